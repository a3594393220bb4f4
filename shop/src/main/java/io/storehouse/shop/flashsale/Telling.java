package io.storehouse.shop.flashsale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells Redis what the database has settled, and notes what it was told. */
@Component
class Telling {
    private static final int CHUNK = 500;

    private final ClaimGate gate;
    private final ClaimTable claims;
    private final FlashSaleTable sales;

    Telling(ClaimGate gate, ClaimTable claims, FlashSaleTable sales) {
        this.gate = gate;
        this.claims = claims;
        this.sales = sales;
    }

    /** What Redis does not take now, because it has no such sale, is told again; of a closed sale it need not know. */
    void tell(List<Claim> settled) {
        Map<UUID, List<Claim>> bySale = settled.stream().collect(Collectors.groupingBy(Claim::sale));
        List<Claim> told = new ArrayList<>();
        bySale.forEach((sale, own) -> {
            for (int from = 0; from < own.size(); from += CHUNK) {
                List<Claim> chunk = own.subList(from, Math.min(own.size(), from + CHUNK));
                if (gate.settle(sale, chunk) || closed(sale)) {
                    told.addAll(chunk);
                }
            }
        });
        claims.told(told);
    }

    /** Tells what was not told. */
    void catchUp() {
        List<Claim> untold = claims.untold(CHUNK);
        if (!untold.isEmpty()) {
            tell(untold);
        }
    }

    private boolean closed(UUID sale) {
        return sales.find(sale).filter(FlashSale::open).isEmpty();
    }
}
