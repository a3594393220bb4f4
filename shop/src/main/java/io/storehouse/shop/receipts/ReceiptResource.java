package io.storehouse.shop.receipts;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.sales.SaleRecord;
import io.storehouse.shop.sales.SaleRecords;
import io.storehouse.shop.stores.Stores;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receipts as data ({@code json}), as a page ({@code html}) and as a printer's bytes ({@code escpos}). */
@RestController
@RequestMapping("/api/v1")
class ReceiptResource {
    private final SaleRecords records;
    private final Stores stores;
    private final Callers callers;

    ReceiptResource(SaleRecords records, Stores stores, Callers callers) {
        this.records = records;
        this.stores = stores;
        this.callers = callers;
    }

    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/orders/{id}/receipt")
    ResponseEntity<Object> ofSale(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "en") String lang) {
        return answer(records.sale(id).orElseThrow(() -> missing("order", id)), format, lang);
    }

    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/returns/{id}/receipt")
    ResponseEntity<Object> ofReturn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "en") String lang) {
        return answer(records.takeback(id).orElseThrow(() -> missing("return", id)), format, lang);
    }

    private ResponseEntity<Object> answer(SaleRecord record, String format, String lang) {
        callers.in(record.store());
        Receipt receipt = Receipt.of(record, stores.require(record.store()));
        return Layout.paper(receipt, ReceiptWords.of(lang))
                .answer(format, receipt)
                .orElseThrow(() -> new ShopException(
                        ReceiptError.INVALID_RECEIPT_FORMAT,
                        "Invalid format: '" + format + "'; expected json, html or escpos"));
    }

    private static ShopException missing(String kind, UUID id) {
        return new ShopException(ReceiptError.RECEIPT_NOT_FOUND, "There is no " + kind + " " + id);
    }
}
