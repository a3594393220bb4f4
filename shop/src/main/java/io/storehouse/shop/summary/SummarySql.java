package io.storehouse.shop.summary;

/**
 * The statements of summaries. Facts of the period and of the one it is compared with are read along the index of the store's
 * business dates; of a day that is not over, only what had happened by the same time of the store's day is compared.
 */
final class SummarySql {
    private static final String CLOCKS = """
            with clocks as (
                select *
                from json_table(:clocks, '$[*]' columns (
                    store_id smallint unsigned path '$.store',
                    today date path '$.today',
                    elapsed int path '$.elapsed')) as rows_of_clocks
            ),
            """;

    /** The documents of one table and one period; sales count up, returns down. */
    private static final String DOCUMENTS = """
            select d.id, d.store_id, d.shift_id, d.staff, d.currency, d.business_time, {day} as day, {now} as now,
                {sale} as sale, {gross} as gross, {discount} as discount, {refunds} as refunds,
                {sign} (d.tax - d.tax_added) as tax_in_prices, {sign} d.tax as tax, d.trades, {sign} d.gift_cards as gift_cards, {sign} d.rounding as rounding,
                {sign} d.payable as paid
            from {table} d force index ({table}_day)
            {clock}
            where d.store_id in (:stores) and d.business_date between {from} and {to} {elapsed}
            """;

    private static final String BY_THE_CLOCK =
            "join clocks k on k.store_id = d.store_id join store z on z.id = d.store_id";
    private static final String ELAPSED = """
            and ({day} < k.today
                or {day} = k.today and mod(time_to_sec(d.business_time) - time_to_sec(z.day_start) + 86400, 86400) <= k.elapsed)
            """;

    /** What a group adds up to, and how it stands among the others. */
    private static final String RESULT = """
            summed as (
                select grp, title, currency,
                    count(distinct if(now and sale and trades, id, null)) as orders,
                    count(distinct if(now and not sale and trades, id, null)) as returns,
                    sum(if(now, gross, 0)) as gross,
                    sum(if(now, discount, 0)) as discount,
                    sum(if(now, refunds, 0)) as refunds,
                    sum(if(now, tax_in_prices, 0)) as tax_in_prices,
                    sum(if(now, gross - discount - refunds - tax_in_prices, 0)) as net,
                    sum(if(now, tax, 0)) as tax,
                    sum(if(now, gift_cards, 0)) as gift_cards,
                    sum(if(now, rounding, 0)) as rounding,
                    sum(if(now, paid, 0)) as paid,
                    count(distinct if(not now and sale and trades, id, null)) as orders_before,
                    sum(if(now, 0, gross - discount - refunds - tax_in_prices)) as net_before
                from fact
                group by grp, title, currency
            )
            select summed.*, net + tax as total,
                rank() over (partition by currency order by net desc) as net_rank,
                sum(net) over (partition by currency order by {order} rows unbounded preceding) as running_net,
                round(100 * net / nullif(sum(net) over (partition by currency), 0), 2) as share,
                round(100 * (net - net_before) / nullif(abs(net_before), 0), 2) as change_of_net
            from summed
            order by currency, {order}
            """;

    /** What was paid and refunded in the period. */
    static final String TENDERS = """
            with money as (
                select d.currency, p.tender, p.amount as sales, 0 as refunds
                from sale_order d force index (sale_order_day)
                join payment p on p.order_id = d.id
                where d.store_id in (:stores) and d.business_date between :from and :to
                union all
                select d.currency, p.tender, 0, p.amount
                from sale_return d force index (sale_return_day)
                join refund p on p.return_id = d.id
                where d.store_id in (:stores) and d.business_date between :from and :to
            )
            select currency, tender, sum(sales) as sales, sum(refunds) as refunds, sum(sales) - sum(refunds) as net
            from money
            group by currency, tender
            order by currency, tender
            """;

    private SummarySql() {}

    static String rows(Summaries.Question question, Grouping grouping) {
        return CLOCKS + "document as ("
                + String.join(
                        "union all\n",
                        documents(Kind.SALE, question, true),
                        documents(Kind.SALE, question, false),
                        documents(Kind.RETURN, question, true),
                        documents(Kind.RETURN, question, false))
                + "),\n" + (grouping.ofDocuments() ? ofDocuments(grouping) : ofLines(grouping))
                + RESULT.replace("{order}", grouping.inTime() ? "grp" : "net desc, grp");
    }

    /** Which way a document counts. */
    private enum Kind {
        SALE,
        RETURN
    }

    private static String documents(Kind kind, Summaries.Question question, boolean now) {
        boolean sale = kind == Kind.SALE;
        String day = now ? "d.business_date" : question.comparison().after(question.period());
        return DOCUMENTS
                .replace("{clock}", now ? "" : BY_THE_CLOCK)
                .replace("{elapsed}", now ? "" : ELAPSED)
                .replace("{day}", day)
                .replace("{now}", now ? "true" : "false")
                .replace("{sale}", sale ? "true" : "false")
                .replace("{gross}", sale ? "d.gross - d.gift_cards" : "0")
                .replace("{discount}", sale ? "d.discount" : "0")
                .replace("{refunds}", sale ? "0" : "d.lines_total - d.gift_cards")
                .replace("{sign}", sale ? "" : "-")
                .replace("{table}", sale ? "sale_order" : "sale_return")
                .replace("{from}", now ? ":from" : ":beforeFrom")
                .replace("{to}", now ? ":to" : ":beforeTo");
    }

    private static String ofDocuments(Grouping grouping) {
        return """
                fact as (
                    select {key} as grp, {title} as title, d.*
                    from document d
                    join store s on s.id = d.store_id
                    left join shift h on h.id = d.shift_id
                ),
                """.replace("{key}", grouping.key()).replace("{title}", grouping.title());
    }

    private static String ofLines(Grouping grouping) {
        return """
                line as (
                    select d.id, d.currency, d.now, d.sale, l.sku, l.amount + l.discount as gross, l.discount, 0 as refunds,
                        if(d.tax_in_prices = 0, 0, l.tax) as tax_in_prices, l.tax
                    from document d
                    straight_join sale_line l force index (primary) on l.order_id = d.id
                    where d.sale and not l.gift_card
                    union all
                    select d.id, d.currency, d.now, d.sale, l.sku, 0, 0, l.amount,
                        if(d.tax_in_prices = 0, 0, -l.tax), -l.tax
                    from document d
                    straight_join return_line l force index (primary) on l.return_id = d.id
                    where not d.sale and not l.gift_card
                ),
                fact as (
                    select {key} as grp, {title} as title, d.*, true as trades, 0 as gift_cards, 0 as rounding, 0 as paid
                    from line d
                    straight_join product p force index (primary) on p.sku = d.sku
                    left join category c on c.code = p.category
                ),
                """.replace("{key}", grouping.key()).replace("{title}", grouping.title());
    }
}
