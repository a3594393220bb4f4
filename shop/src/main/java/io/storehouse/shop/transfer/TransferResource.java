package io.storehouse.shop.transfer;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reports; features take and give their own rows beside them. */
@RestController
@RequestMapping("/api/v1/transfers/reports")
class TransferResource {
    private final TransferTable table;
    private final Callers callers;

    TransferResource(TransferTable table, Callers callers) {
        this.table = table;
        this.callers = callers;
    }

    /** How far a transfer is, or what became of it: for who started it, and for callers of all stores. */
    @GetMapping("/{id}")
    Transfer one(@PathVariable UUID id) {
        Caller caller = callers.current();
        return table.find(id)
                .filter(transfer ->
                        caller.scope().isEverywhere() || transfer.startedBy().equals(caller.name()))
                .orElseThrow(() -> new ShopException(TransferError.TRANSFER_NOT_FOUND, "There is no transfer " + id));
    }

    /** What was wrong, by line. */
    @GetMapping("/{id}/problems")
    List<TransferTable.Problem> problems(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        one(id);
        return table.problems(id, after, limit);
    }

    /** Stops it after the batch in hand. What was taken stays; the same file with the same id takes the rest. */
    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.OK)
    Transfer cancel(@PathVariable UUID id) {
        one(id);
        table.cancel(id);
        return one(id);
    }
}
