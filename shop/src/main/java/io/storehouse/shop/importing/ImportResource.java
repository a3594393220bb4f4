package io.storehouse.shop.importing;

import io.storehouse.formats.SalesFileFormat;
import io.storehouse.formats.SalesFileReader;
import io.storehouse.shop.problems.ShopException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
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

@RestController
@RequestMapping("/api/v1/imports")
class ImportResource {
    private static final int NAME_LENGTH = 255;

    private final ImportFiles files;
    private final ImportJobs jobs;
    private final ImportReports reports;
    private final Rejections rejections;
    private final ImportWorker worker;

    ImportResource(
            ImportFiles files, ImportJobs jobs, ImportReports reports, Rejections rejections, ImportWorker worker) {
        this.files = files;
        this.jobs = jobs;
        this.reports = reports;
        this.rejections = rejections;
        this.worker = worker;
    }

    /** Takes a file, whose bytes are the body, plain or gzipped; it is imported after those that came before. */
    @PostMapping(consumes = {"application/octet-stream", "application/gzip", "text/csv"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportReport receive(
            @RequestParam String format,
            @RequestParam String name,
            @RequestParam(defaultValue = "0") int shiftWeeks,
            HttpServletRequest request)
            throws IOException {
        check(format, name, shiftWeeks);
        UUID id = UUID.randomUUID();
        files.receive(request.getInputStream(), content -> jobs.add(id, name, format, shiftWeeks, content));
        worker.wake();
        return one(id);
    }

    @GetMapping
    List<ImportReport> newest() {
        return reports.newest();
    }

    @GetMapping("/{id}")
    ImportReport one(@PathVariable UUID id) {
        return reports.find(id).orElseThrow(() -> missing(id));
    }

    @GetMapping("/{id}/rejections")
    List<Rejections.Rejection> rejections(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return rejections.page(jobs.find(id).orElseThrow(() -> missing(id)), after, limit);
    }

    private static void check(String format, String name, int shiftWeeks) {
        if (SalesFileFormat.ofCode(format).isEmpty()) {
            throw new ShopException(
                    ImportError.UNKNOWN_FORMAT, "Unknown format: '" + format + "'; expected online-retail");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new ShopException(
                    ImportError.INVALID_IMPORT, "Invalid file name: expected 1 to " + NAME_LENGTH + " characters");
        }
        if (Math.abs((long) shiftWeeks) > SalesFileReader.MAX_WEEKS) {
            throw new ShopException(ImportError.INVALID_IMPORT, "Invalid shift: " + shiftWeeks + " weeks");
        }
    }

    private static ShopException missing(UUID id) {
        return new ShopException(ImportError.IMPORT_NOT_FOUND, "There is no import " + id);
    }
}
