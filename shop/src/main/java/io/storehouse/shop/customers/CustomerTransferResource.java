package io.storehouse.shop.customers;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.exports.CutOffExports;
import io.storehouse.shop.exports.ExportRecords;
import io.storehouse.shop.exports.RecordedExport;
import io.storehouse.shop.exports.Sheet;
import io.storehouse.shop.exports.SheetFormat;
import io.storehouse.shop.transfer.Template;
import io.storehouse.shop.transfer.Transfer;
import io.storehouse.shop.transfer.Transfers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers as files. */
@RestController
@RequestMapping("/api/v1/transfers/customers")
class CustomerTransferResource {
    private static final int PAGE = 1000;

    private final Transfers transfers;
    private final CustomerRows rows;
    private final CustomerViews views;
    private final ConsentTable consents;
    private final Callers callers;
    private final ExportRecords records;

    CustomerTransferResource(
            Transfers transfers,
            CustomerRows rows,
            CustomerViews views,
            ConsentTable consents,
            Callers callers,
            ExportRecords records) {
        this.transfers = transfers;
        this.rows = rows;
        this.views = views;
        this.consents = consents;
        this.callers = callers;
        this.records = records;
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

    /** Everybody who is still somebody, by code; as the caller may see them. */
    @GetMapping(produces = "text/csv")
    void give(
            @RequestParam(required = false) @Nullable Instant registeredFrom,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "marketing_sms|marketing_email|profiling|receipt_sms|receipt_email")
                    String consent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        RecordedExport record = begin(registeredFrom, consent);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\"");
        try {
            write(
                    SheetFormat.CSV.open(response.getOutputStream()),
                    new Pages(registeredFrom, consent, callers.current()),
                    record);
        } catch (Exception e) {
            record.brokenOff();
            CutOffExports.cutOff(request, response, e);
        }
    }

    private RecordedExport begin(@Nullable Instant registeredFrom, @Nullable String consent) {
        Map<String, String> filters = new HashMap<>();
        if (registeredFrom != null) {
            filters.put("registeredFrom", registeredFrom.toString());
        }
        if (consent != null) {
            filters.put("consent", consent);
        }
        return records.begin("transfers/customers", SheetFormat.CSV, filters, null);
    }

    /** Closes the sheet only when it is whole. */
    private static void write(Sheet sheet, Pages pages, RecordedExport record) throws IOException {
        List<String> header = new ArrayList<>(CustomerRows.COLUMNS);
        header.addAll(CustomerRows.EXPORTED);
        sheet.add(List.copyOf(header));
        for (List<List<@Nullable Object>> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            record.gives(page.size());
            for (List<@Nullable Object> row : page) {
                sheet.add(row);
            }
            sheet.flush();
        }
        record.whole();
        sheet.close();
    }

    /** The rows of an export, page by page. */
    private final class Pages {
        private final @Nullable Instant registeredFrom;
        private final @Nullable String consent;
        private final Caller caller;
        private String after = "";

        Pages(@Nullable Instant registeredFrom, @Nullable String consent, Caller caller) {
            this.registeredFrom = registeredFrom;
            this.consent = consent;
            this.caller = caller;
        }

        List<List<@Nullable Object>> next() {
            while (true) {
                List<CustomerViews.View> page = views.people(after, PAGE, caller);
                if (page.isEmpty()) {
                    return List.of();
                }
                after = page.get(page.size() - 1).code();
                Map<String, List<String>> granted = consents.granted(
                        page.stream().map(CustomerViews.View::code).collect(Collectors.toSet()));
                List<List<@Nullable Object>> chosen = page.stream()
                        .filter(view -> isChosen(view, granted.getOrDefault(view.code(), List.of())))
                        .map(view -> row(view, granted.getOrDefault(view.code(), List.of())))
                        .toList();
                if (!chosen.isEmpty()) {
                    return chosen;
                }
            }
        }

        private boolean isChosen(CustomerViews.View view, List<String> granted) {
            boolean late = registeredFrom == null
                    || view.registeredAt() != null && !view.registeredAt().isBefore(registeredFrom);
            return late && (consent == null || granted.contains(consent));
        }
    }

    private static List<@Nullable Object> row(CustomerViews.View view, List<String> granted) {
        PersonalData.Shown shown = view.personalData();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(view.code());
        row.add(shown == null ? null : shown.name());
        row.add(shown == null ? null : shown.phone());
        row.add(shown == null ? null : shown.email());
        row.add(shown == null ? null : shown.birthday());
        row.add(view.registeredAt() == null ? null : view.registeredAt().toString());
        row.add(String.join(" ", granted));
        return row;
    }
}
