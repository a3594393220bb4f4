package io.storehouse.shop.importing;

import io.storehouse.formats.Article;
import io.storehouse.formats.DocumentLine;
import io.storehouse.formats.OpeningReceipt;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFile;
import io.storehouse.formats.SalesFileFormat;
import io.storehouse.formats.SalesFileReader;
import io.storehouse.formats.UnreadableFileException;
import io.storehouse.shop.importing.StagedDocuments.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One job on its way, in steps of one transaction each. It can stop between any two steps, or within one; a new run of the
 * same job then goes on where the database says that the last one was.
 */
final class ImportRun {
    private final ImportStations stations;
    private final ImportJob job;
    private final SalesFileFormat format;
    private final SalesFileReader reader;
    private ImportState state;
    private @Nullable SalesFile file;
    private @Nullable List<OpeningStep> opening;
    private @Nullable List<SalesDocument> pending;
    private @Nullable Map<Integer, String> texts;
    private int next;

    ImportRun(ImportStations stations, ImportJob job) {
        this.stations = stations;
        this.job = job;
        this.state = job.state();
        this.format = SalesFileFormat.ofCode(job.format())
                .orElseThrow(() -> new IllegalStateException("Invalid format of a job: " + job.format()));
        this.reader =
                new SalesFileReader(format, job.weeks(), stations.settings().readLimits());
    }

    /**
     * Does the next transaction.
     *
     * @return false when the job is finished
     */
    boolean step() {
        try {
            switch (state) {
                case STAGING -> stage();
                case OPENING -> open();
                case POSTING -> post();
                case DONE, FAILED -> {
                    // nothing is left
                }
            }
        } catch (UnreadableFileException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            fail("The received file is gone: " + job.content() + "; import it again, nothing is posted twice");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !state.finished();
    }

    private void fail(String message) {
        stations.jobs().fail(job, message);
        state = ImportState.FAILED;
    }

    private void stage() throws IOException {
        SalesFile read = file();
        inOne(() -> stations.staging().stage(job, read, this::texts));
        state = ImportState.OPENING;
    }

    private void open() throws IOException {
        if (opening == null) {
            opening = planOpening();
            next = 0;
        }
        if (next < opening.size()) {
            open(opening.get(next));
            next++;
            return;
        }
        inOne(() -> stations.jobs().enter(job, ImportState.POSTING));
        state = ImportState.POSTING;
    }

    /** Makes known what the documents name; the receipts are those that no earlier run of this job recorded. */
    private List<OpeningStep> planOpening() throws IOException {
        List<SalesDocument> named = select(stations.documents().pending(job));
        List<SalesDocument> unopened = select(stations.documents().unopened(job));
        Map<String, Article> articles = Article.of(file().documents());
        inOne(() -> stations.opening().define(format, named, articlesOf(named, articles)));
        List<OpeningStep> steps = OpeningStep.plan(job.id(), unopened, articles);
        Set<UUID> recorded = stations.recorded()
                .receipts(steps.stream()
                        .flatMap(step -> step.receipts().stream())
                        .map(OpeningReceipt::id)
                        .toList());
        return steps.stream()
                .map(step -> step.only(receipt -> !recorded.contains(receipt.id())))
                .toList();
    }

    private void open(OpeningStep step) {
        try {
            inOne(() -> {
                stations.opening().receive(step.receipts());
                stations.documents().markOpened(job.format(), step.documents());
            });
        } catch (RuntimeException e) {
            if (Refusal.of(e).isEmpty()) {
                throw e;
            }
            inOne(() -> {
                step.receipts().forEach(this::receiveAlone);
                stations.documents().markOpened(job.format(), step.documents());
            });
        }
    }

    /** In the running transaction, so that the documents are never covered by only a part of what could be received. */
    private void receiveAlone(OpeningReceipt receipt) {
        try {
            stations.transactions().inSavepoint(() -> stations.opening().receive(List.of(receipt)));
        } catch (RuntimeException e) {
            if (Refusal.of(e).isEmpty()) {
                throw e;
            }
            if (receipt.lines().size() > 1) {
                Opening.split(receipt).forEach(this::receiveAlone);
            }
            // a single line that is refused stays unopened: the guard of stock then refuses what needs it
        }
    }

    private void post() throws IOException {
        if (pending == null) {
            pending = select(stations.documents().pending(job));
            next = 0;
        }
        if (next == pending.size()) {
            inOne(() -> stations.jobs().enter(job, ImportState.DONE));
            state = ImportState.DONE;
            return;
        }
        List<SalesDocument> batch = pending.subList(
                next, Math.min(pending.size(), next + stations.settings().batch()));
        try {
            post(batch);
        } catch (RuntimeException e) {
            if (Refusal.of(e).isEmpty()) {
                throw e;
            }
            batch.forEach(this::postAlone);
        }
        next += batch.size();
    }

    private void post(List<SalesDocument> batch) {
        inOne(() -> {
            Set<UUID> before = stations.poster().post(batch);
            Map<Boolean, List<SalesDocument>> parts = batch.stream()
                    .collect(Collectors.partitioningBy(
                            document -> before.contains(document.head().id())));
            List<SalesDocument> present = parts.getOrDefault(true, List.of());
            stations.documents().mark(job.format(), parts.getOrDefault(false, List.of()), Status.POSTED);
            stations.documents().mark(job.format(), present, Status.PRESENT);
            if (!present.isEmpty()) {
                stations.jobs().countAlready(job, rows(present));
            }
        });
    }

    private void postAlone(SalesDocument document) {
        List<SalesDocument> alone = List.of(document);
        try {
            post(alone);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            Map<Integer, String> rows = textsOfPending();
            inOne(() -> {
                stations.documents().mark(job.format(), alone, Status.REFUSED);
                if (refusal.lacksStock()) {
                    stations.documents().markUnopened(job.format(), alone);
                }
                stations.rejections().add(job, refusal.rows(document, rows));
            });
        }
    }

    private static int rows(List<SalesDocument> documents) {
        return documents.stream().mapToInt(document -> document.lines().size()).sum();
    }

    private SalesFile file() throws IOException {
        if (file == null) {
            try (InputStream in = stations.files().open(job.content())) {
                file = reader.read(in, rows -> stations.jobs().countRead(job, rows));
            }
        }
        return file;
    }

    private List<SalesDocument> select(Set<UUID> ids) throws IOException {
        return file().documents().stream()
                .filter(document -> ids.contains(document.head().id()))
                .toList();
    }

    private static Map<String, Article> articlesOf(List<SalesDocument> documents, Map<String, Article> articles) {
        Set<String> named = documents.stream()
                .flatMap(document -> document.lines().stream())
                .map(DocumentLine::sku)
                .collect(Collectors.toSet());
        return articles.values().stream()
                .filter(article -> named.contains(article.sku()))
                .collect(Collectors.toMap(Article::sku, article -> article));
    }

    /** The rows of what is to be posted, as they stand in the file; read again when the first of them is refused. */
    private Map<Integer, String> textsOfPending() {
        if (texts == null) {
            texts = texts(Objects.requireNonNull(pending));
        }
        return texts;
    }

    private Map<Integer, String> texts(List<SalesDocument> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        Set<Integer> lines = documents.stream()
                .flatMap(document -> document.lines().stream())
                .map(DocumentLine::fileLine)
                .collect(Collectors.toSet());
        try (InputStream in = stations.files().open(job.content())) {
            return reader.texts(in, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inOne(Runnable work) {
        stations.transactions().inOne(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
