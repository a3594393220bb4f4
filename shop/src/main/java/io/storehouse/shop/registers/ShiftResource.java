package io.storehouse.shop.registers;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shifts")
class ShiftResource {
    private final ShiftDesk desk;
    private final Stores stores;
    private final Callers callers;

    ShiftResource(ShiftDesk desk, Stores stores, Callers callers) {
        this.desk = desk;
        this.stores = stores;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<OpenedView> open(@Valid @RequestBody OpenBody body) {
        Caller caller = at(body.store(), body.register());
        Count openingFloat = Count.of(body.openingFloat(), pieces(body.denominations()), "float");
        OpenedShift opened =
                desk.open(new OpenShift(body.id(), body.store(), body.register(), openingFloat, caller.name()));
        return Answers.created(OpenedView.of(opened), opened.replayed());
    }

    @PostMapping("/{id}/cash-moves")
    ResponseEntity<MovedView> move(@PathVariable UUID id, @Valid @RequestBody MoveBody body) {
        Shift shift = desk.shift(id);
        Caller caller = at(shift.store(), shift.register());
        CashMove.Recorded moved = desk.move(new MoveCash(
                body.id(), id, MoveCash.Kind.ofCode(body.kind()), body.amount(), body.reason(), caller.name()));
        return Answers.created(MovedView.of(moved), moved.replayed());
    }

    @GetMapping("/{id}/cash-moves")
    List<ShiftDesk.MoveView> moves(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        Shift shift = desk.shift(id);
        callers.in(shift.store());
        return desk.moves(shift, after, limit);
    }

    /** Counts and closes the shift; the answer is its Z report. */
    @PostMapping("/{id}/close")
    ResponseEntity<ReportView> close(@PathVariable UUID id, @Valid @RequestBody CloseBody body) {
        Shift shift = desk.shift(id);
        Caller caller = at(shift.store(), shift.register());
        Count counted = Count.of(body.counted(), pieces(body.denominations()), "count");
        ShiftClosing.Recorded closed =
                desk.close(new CloseShift(body.id(), id, counted, body.unsynced(), caller.name()));
        return Answers.created(ReportView.of(desk.report(id)), closed.replayed());
    }

    /** The X report of an open shift, the Z report of a closed one: data, a page, or a printer's bytes. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/{id}/report")
    ResponseEntity<Object> report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "en") String lang) {
        ShiftReport report = desk.report(id);
        Store store = stores.require(report.shift().store());
        callers.in(store.code());
        return ReportLayout.paper(report, store, ReportWords.of(lang))
                .answer(format, ReportView.of(report))
                .orElseThrow(() -> new ShopException(
                        RegisterError.INVALID_REPORT_FORMAT,
                        "Invalid format: '" + format + "'; expected json, html or escpos"));
    }

    /** Shifts of a store; dates are those of their opening. */
    @GetMapping
    List<ShiftView> page(
            @RequestParam String store,
            @RequestParam(required = false) @Pattern(regexp = "regular|rescue") @Nullable String kind,
            @RequestParam(defaultValue = "all") @Pattern(regexp = "open|closed|all") String state,
            @RequestParam(required = false) @Nullable String register,
            @ParameterObject @Valid ListedDays days,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        ShiftFilter filter =
                new ShiftFilter(store, kind == null ? null : ShiftKind.ofCode(kind), register, state, days, after);
        return desk.page(filter, limit).stream().map(ShiftView::of).toList();
    }

    /** The caller, who may use that drawer: a till uses its own only. */
    private Caller at(String store, String register) {
        Caller caller = callers.in(store);
        if (!register.equals(caller.tillOr(register))) {
            throw new ShopException(
                    CommonError.FORBIDDEN,
                    "Cannot use the drawer of " + register + ": this is till " + caller.name(),
                    Map.of("register", register));
        }
        return caller;
    }

    private static @Nullable List<Count.Denomination> pieces(@Nullable List<Pieces> pieces) {
        return pieces == null
                ? null
                : pieces.stream()
                        .map(each -> new Count.Denomination(each.value(), each.pieces()))
                        .toList();
    }

    record Pieces(@NotNull BigDecimal value, @Min(0) int pieces) {}

    record OpenBody(
            @NotNull UUID id,
            @NotBlank String store,
            @NotBlank String register,
            @Nullable BigDecimal openingFloat,
            @Nullable @Size(max = 100) List<@Valid @NotNull Pieces> denominations) {}

    record MoveBody(
            @NotNull UUID id,
            @NotBlank String kind,
            @NotNull BigDecimal amount,
            @NotBlank String reason) {}

    /**
     * A count.
     *
     * @param unsynced how many sales the till has that the shop does not know yet
     */
    record CloseBody(
            @NotNull UUID id,
            @Nullable BigDecimal counted,
            @Nullable @Size(max = 100) List<@Valid @NotNull Pieces> denominations,
            @Min(0) int unsynced) {}

    record OpenedView(
            UUID id, String store, String register, LocalDate businessDate, Instant openedAt, BigDecimal openingFloat) {
        static OpenedView of(OpenedShift opened) {
            return new OpenedView(
                    opened.id(),
                    opened.store(),
                    opened.register(),
                    opened.businessDate(),
                    opened.openedAt(),
                    opened.openingFloat());
        }
    }

    record MovedView(UUID id, UUID shift, String kind, BigDecimal amount, String reason, Instant movedAt) {
        static MovedView of(CashMove.Recorded moved) {
            return new MovedView(
                    moved.id(), moved.shift(), moved.kind(), moved.amount(), moved.reason(), moved.movedAt());
        }
    }

    record ShiftView(
            UUID id,
            String store,
            String register,
            String kind,
            LocalDate businessDate,
            Instant openedAt,
            String openedBy,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            long orders,
            long returns) {
        static ShiftView of(Shift shift) {
            return new ShiftView(
                    shift.id(),
                    shift.store(),
                    shift.register(),
                    shift.kind().code(),
                    shift.businessDate(),
                    shift.openedAt(),
                    shift.openedBy(),
                    shift.closedAt(),
                    shift.closedBy(),
                    shift.orders(),
                    shift.returns());
        }
    }

    record ReportView(
            ShiftView shift,
            String currency,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal returned,
            BigDecimal net,
            BigDecimal giftCards,
            BigDecimal taxAdded,
            BigDecimal rounding,
            BigDecimal total,
            List<ShiftReport.Tender> tenders,
            ShiftReport.Cash cash) {
        static ReportView of(ShiftReport report) {
            Shift shift = report.shift();
            return new ReportView(
                    ShiftView.of(shift),
                    shift.currency(),
                    shift.gross(),
                    shift.discount(),
                    shift.returned(),
                    report.net(),
                    shift.giftCards(),
                    shift.taxAdded(),
                    shift.rounding(),
                    report.total(),
                    report.tenders(),
                    report.cash());
        }
    }
}
