package io.storehouse.shop.reconciliation;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.MarkKeys;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Mark;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.sales.DayTotal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reconciliation")
class ReconciliationResource {
    private final Snapshots snapshots;
    private final ReconciliationResults results;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    ReconciliationResource(
            Snapshots snapshots, ReconciliationResults results, Outbox outbox, Transactions transactions, Clock clock) {
        this.snapshots = snapshots;
        this.results = results;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The marks follow the snapshot: once all are archived, the lake holds everything up to it. */
    @PostMapping("/cuts")
    @ResponseStatus(HttpStatus.CREATED)
    CutView cut() {
        Snapshots.Snapshot snapshot = snapshots.take();
        String markId = UUID.randomUUID().toString();
        List<MarkView> marks =
                transactions.inOne(() -> mark(markId, snapshot.position().text()));
        return new CutView(
                markId,
                snapshot.position().text(),
                snapshot.gtid(),
                marks,
                snapshot.days().stream().map(DayView::of).toList());
    }

    @PutMapping("/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@Valid @RequestBody ResultBody body) {
        results.keep(new ReconciliationResults.Result(body.exact(), body.compared(), body.differences(), body.at()));
    }

    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "204", description = "None was made yet", content = @Content)
    @GetMapping("/result")
    ResponseEntity<ReconciliationResults.Result> result() {
        return results.result()
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private List<MarkView> mark(String markId, String position) {
        Instant now = clock.instant();
        List<OutboxMessage> messages = new ArrayList<>();
        List<MarkView> marks = new ArrayList<>();
        for (Topic topic : Topic.archivedTopics()) {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                Mark mark = new Mark(markId, topic.topicName(), partition, position);
                messages.add(OutboxMessage.of(EventType.MARK, topic, MarkKeys.of(partition), now, mark));
                marks.add(new MarkView(topic.topicName(), partition));
            }
        }
        outbox.append(messages);
        return marks;
    }

    record ResultBody(
            boolean exact,
            long compared,
            @NotNull List<Map<String, Object>> differences,
            @NotNull Instant at) {}

    record CutView(String markId, String position, String gtid, List<MarkView> marks, List<DayView> days) {}

    record MarkView(String topic, int partition) {}

    record DayView(
            String store,
            LocalDate businessDate,
            long orders,
            long returns,
            BigDecimal units,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal returned,
            BigDecimal net,
            String fingerprint) {

        static DayView of(DayTotal day) {
            return new DayView(
                    day.store(),
                    day.businessDate(),
                    day.orders(),
                    day.returns(),
                    day.units(),
                    day.gross(),
                    day.discount(),
                    day.returned(),
                    day.net(),
                    day.fingerprint().toString());
        }
    }
}
