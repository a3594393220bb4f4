package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.transfer.Template;
import io.storehouse.shop.transfer.Transfer;
import io.storehouse.shop.transfer.Transfers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock as files: openings, counts and corrections. */
@RestController
@RequestMapping("/api/v1/transfers/stock")
class StockRowsResource {
    private final Transfers transfers;
    private final StockFile rows;

    StockRowsResource(Transfers transfers, StockFile rows) {
        this.transfers = transfers;
        this.rows = rows;
    }

    /** The body is the file, CSV or XLSX, in any length. */
    @PostMapping
    ResponseEntity<Transfer> take(
            @RequestParam UUID id,
            @RequestParam(defaultValue = "apply") @Pattern(regexp = "dry_run|apply") String mode,
            HttpServletRequest request)
            throws IOException {
        Transfer transfer = transfers.take(id, Transfer.Mode.of(mode), rows, request.getInputStream());
        return Answers.created(transfer, transfer.replayed());
    }

    /** A file to fill in: the columns' names and a line of help, which an import skips. */
    @GetMapping("/template")
    ResponseEntity<String> template(@RequestParam(defaultValue = "en") @Pattern(regexp = "en|zh") String lang) {
        return Template.answer(rows, lang);
    }
}
