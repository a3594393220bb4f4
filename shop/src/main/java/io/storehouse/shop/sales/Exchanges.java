package io.storehouse.shop.sales;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records exchanges: first what comes back, so that it may be sold again, then what is taken instead. */
@Component
class Exchanges implements DocumentKind<Exchange, Exchange, Exchange.Kept> {
    private static final String INSERT = Rows.insert("sale_exchange", "uuid", "return_uuid", "order_uuid");

    private final Documents documents;
    private final Transactions transactions;
    private final ReturnDocuments returns;
    private final SaleDocuments sales;
    private final Rows rows;

    Exchanges(Documents documents, Transactions transactions, ReturnDocuments returns, SaleDocuments sales, Rows rows) {
        this.documents = documents;
        this.transactions = transactions;
        this.returns = returns;
        this.sales = sales;
        this.rows = rows;
    }

    Exchange.Recorded exchange(Exchange exchange) {
        return transactions.inOne(() -> {
            boolean before =
                    documents.recordOnce(this, List.of(exchange)).get(0).replayed();
            AcceptedReturn takeback =
                    returns.accept(List.of(exchange.takeback())).get(0);
            PlacedOrder order = sales.place(List.of(exchange.order())).get(0);
            if (takeback.replayed() != before || order.replayed() != before) {
                throw new ShopException(
                        SalesError.ALREADY_RECORDED,
                        "Cannot exchange by " + exchange.id() + ": its return or its order was recorded by itself");
            }
            return new Exchange.Recorded(exchange.id(), takeback, order, before);
        });
    }

    @Override
    public List<Exchange> prepare(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            if (!exchange.takeback().store().equals(exchange.order().store())
                    || !Objects.equals(
                            exchange.takeback().till(), exchange.order().till())) {
                throw new ShopException(
                        SalesError.INVALID_EXCHANGE,
                        "Invalid exchange " + exchange.id() + ": its return and its order are not of one till");
            }
        }
        return exchanges;
    }

    @Override
    public void write(List<Exchange> exchanges) {
        rows.write(
                INSERT,
                exchanges.stream()
                        .map(exchange -> new @Nullable Object[] {
                            exchange.id(),
                            exchange.takeback().id(),
                            exchange.order().id()
                        })
                        .toList());
    }

    @Override
    public String scope() {
        return "exchange";
    }

    @Override
    public UUID id(Exchange exchange) {
        return exchange.id();
    }

    @Override
    public CommandHash.Value hash(Exchange exchange) {
        return new CommandHash()
                .add(exchange.takeback().id())
                .add(returns.hash(exchange.takeback()).hex())
                .add(exchange.order().id())
                .add(sales.hash(exchange.order()).hex())
                .value();
    }

    @Override
    public Class<Exchange.Kept> responseType() {
        return Exchange.Kept.class;
    }

    @Override
    public Exchange.Kept response(Exchange exchange) {
        return new Exchange.Kept(exchange.id(), false);
    }

    @Override
    public Exchange.Kept replayed(Exchange.Kept first) {
        return new Exchange.Kept(first.id(), true);
    }
}
