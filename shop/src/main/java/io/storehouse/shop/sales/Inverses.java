package io.storehouse.shop.sales;

import io.storehouse.shop.giftcards.GiftCards;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works out what takes all of a recorded sale back. */
@Component
class Inverses {
    private final SaleRecords records;
    private final GiftCards giftCards;

    Inverses(SaleRecords records, GiftCards giftCards) {
        this.records = records;
        this.giftCards = giftCards;
    }

    /** The return that undoes the order, the same whenever it is asked for. */
    AcceptReturn of(VoidOrder command) {
        SaleRecord sale = records.sale(command.order()).orElseThrow(() -> Voids.missing(command.order()));
        List<GiftCards.Paid> cards =
                sale.money().stream().anyMatch(Tendered::byGiftCard) ? giftCards.paid(sale.id()) : List.of();
        return Inverse.of(sale, command, cards);
    }
}
