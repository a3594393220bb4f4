package io.storehouse.shop.importing;

import io.storehouse.formats.RejectedRow;
import io.storehouse.formats.RejectionCode;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFile;
import io.storehouse.shop.importing.StagedDocuments.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Decides which documents of a file are new. */
@Component
class Staging {
    private final ImportJobs jobs;
    private final StagedDocuments documents;
    private final RecordedDocuments recorded;
    private final Rejections rejections;

    Staging(ImportJobs jobs, StagedDocuments documents, RecordedDocuments recorded, Rejections rejections) {
        this.jobs = jobs;
        this.documents = documents;
        this.recorded = recorded;
        this.rejections = rejections;
    }

    /**
     * Stages what is new, counts what was imported before, rejects what was imported with other content; all in the running
     * transaction. What was recorded otherwise, as by a till, is staged too: posting it compares the whole command.
     *
     * @param texts reads the rows of documents as they stand in the file
     */
    void stage(ImportJob job, SalesFile file, Function<List<SalesDocument>, Map<Integer, String>> texts) {
        Map<UUID, Known> known = documents.known(job.format(), file.documents());
        Set<UUID> present = recorded.among(file.documents().stream()
                .filter(document -> !isRecorded(known, document))
                .toList());
        List<SalesDocument> staged = new ArrayList<>();
        List<SalesDocument> changed = new ArrayList<>();
        int already = 0;
        for (SalesDocument document : file.documents()) {
            Known before = known.get(document.head().id());
            if (before != null && before.recorded() && !before.hasContentOf(document)) {
                changed.add(document);
                continue;
            }
            if (before != null && before.recorded()) {
                already += document.lines().size();
                continue;
            }
            staged.add(document);
        }
        documents.stage(job.format(), job, staged, present);
        rejections.add(job, rejected(file, changed, texts.apply(changed)));
        jobs.countRead(job, file.rowsRead());
        jobs.countAlready(job, already);
        jobs.enter(job, ImportState.OPENING);
    }

    private static boolean isRecorded(Map<UUID, Known> known, SalesDocument document) {
        Known before = known.get(document.head().id());
        return before != null && before.recorded();
    }

    private static List<RejectedRow> rejected(SalesFile file, List<SalesDocument> changed, Map<Integer, String> texts) {
        List<RejectedRow> rejected = new ArrayList<>(file.rejected());
        for (SalesDocument document : changed) {
            String reason = "Invoice " + document.head().invoice() + " was imported before with other content";
            rejected.addAll(new Refusal(RejectionCode.INVOICE_CHANGED, reason).rows(document, texts));
        }
        rejected.sort(Comparator.comparingInt(RejectedRow::lineNo));
        return rejected;
    }
}
