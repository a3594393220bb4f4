package io.storehouse.shop.sales;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exchanges")
class ExchangeResource {
    private final Exchanges exchanges;
    private final ReturnApprovals approvals;
    private final PriceApprovals prices;
    private final Callers callers;

    ExchangeResource(Exchanges exchanges, ReturnApprovals approvals, PriceApprovals prices, Callers callers) {
        this.exchanges = exchanges;
        this.approvals = approvals;
        this.prices = prices;
        this.callers = callers;
    }

    /** Records a return and a sale together; if either is refused, nothing is recorded. */
    @PostMapping
    ResponseEntity<View> record(@Valid @RequestBody Body body) {
        callers.in(body.order().store());
        Caller caller = callers.in(body.takeback().store());
        ReturnResource.Body back = body.takeback();
        String approver = approvals.approver(caller, back.toApprove(), back.approval());
        prices.check(caller, body.order());
        Exchange.Recorded recorded = exchanges.exchange(new Exchange(
                body.id(), back.command(caller, approver), body.order().command(caller)));
        return Answers.created(View.of(recorded), recorded.replayed());
    }

    record Body(
            @NotNull UUID id,
            @JsonProperty("return") @Valid @NotNull ReturnResource.Body takeback,
            @Valid @NotNull OrderResource.Body order) {}

    record View(UUID id, @JsonProperty("return") ReturnResource.AcceptedView takeback, OrderResource.PlacedView order) {
        static View of(Exchange.Recorded recorded) {
            return new View(
                    recorded.id(),
                    ReturnResource.AcceptedView.of(recorded.takeback()),
                    OrderResource.PlacedView.of(recorded.order()));
        }
    }
}
