package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports; features take and give their own rows beside them. */
@RestController
@RequestMapping("/api/v1/transfers/reports")
class TransferResource {
    private final TransferTable table;

    TransferResource(TransferTable table) {
        this.table = table;
    }

    @GetMapping("/{id}")
    Transfer one(@PathVariable UUID id) {
        return table.find(id)
                .orElseThrow(() -> new ShopException(TransferError.TRANSFER_NOT_FOUND, "There is no transfer " + id));
    }

    /** What was wrong, by line. */
    @GetMapping("/{id}/problems")
    List<TransferTable.Problem> problems(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return table.problems(id, after, limit);
    }
}
