package io.storehouse.shop.importing;

import io.storehouse.formats.Article;
import io.storehouse.formats.OpeningReceipt;
import io.storehouse.formats.SalesDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One transaction of opening: all receipts of one or more stores and months, and the documents that they cover. A store's
 * month is never divided, so that its documents are covered by all of its receipts or by none.
 */
record OpeningStep(List<OpeningReceipt> receipts, List<SalesDocument> documents) {
    private static final int RECEIPTS = 4;

    /** Steps that cover the documents, in the order of month and store. */
    static List<OpeningStep> plan(UUID seed, Collection<SalesDocument> documents, Map<String, Article> articles) {
        Map<String, List<SalesDocument>> months = new TreeMap<>();
        for (SalesDocument document : documents) {
            YearMonth month = YearMonth.from(document.head().localTime());
            months.computeIfAbsent(month + "/" + document.head().store(), key -> new ArrayList<>())
                    .add(document);
        }
        List<OpeningStep> steps = new ArrayList<>();
        OpeningStep open = none();
        for (List<SalesDocument> month : months.values()) {
            open.receipts.addAll(OpeningReceipt.byMonth(seed, month, articles));
            open.documents.addAll(month);
            if (open.receipts.size() >= RECEIPTS) {
                steps.add(open);
                open = none();
            }
        }
        if (!open.documents.isEmpty()) {
            steps.add(open);
        }
        return steps;
    }

    /** The step with only some of its receipts, for all of its documents. */
    OpeningStep only(Predicate<OpeningReceipt> wanted) {
        return new OpeningStep(receipts.stream().filter(wanted).toList(), documents);
    }

    private static OpeningStep none() {
        return new OpeningStep(new ArrayList<>(), new ArrayList<>());
    }
}
