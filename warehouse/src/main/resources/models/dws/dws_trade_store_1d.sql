-- Purpose:   trade of a store on a business date
-- Grain:     business date and store that traded or corrected stock
-- Key:       business_date, store
-- Partition: none
-- Owner:     warehouse
with lines as (
    select * from dwd_trade_order_line_di
),

adjustments as (
    select * from dwd_stock_adjustment_di
),

trade as (
    select
        business_date,
        store,
        count(distinct case when line_kind = 'sale' then document_id end) as orders,
        count(distinct case when line_kind = 'return' then document_id end) as returns,
        count(case when line_kind = 'sale' then 1 end) as sale_lines,
        count(case when line_kind = 'return' then 1 end) as return_lines,
        sum(case when line_kind = 'sale' then quantity else cast(0 as decimal(19, 3)) end) as units,
        sum(case when line_kind = 'return' then -quantity else cast(0 as decimal(19, 3)) end) as returned_units,
        sum(case when line_kind = 'sale' then amount + discount else cast(0 as decimal(19, 4)) end) as gross,
        sum(case when line_kind = 'sale' then discount else cast(0 as decimal(19, 4)) end) as discount,
        sum(case when line_kind = 'return' then -amount else cast(0 as decimal(19, 4)) end) as returned,
        sum(amount) as net
    from lines
    group by business_date, store
),

corrections as (
    select
        business_date,
        store,
        count(*) as adjustment_lines
    from adjustments
    group by business_date, store
),

days as (
    select business_date, store from trade
    union
    select business_date, store from corrections
),

final as (
    select
        days.business_date,
        days.store,
        cast(coalesce(trade.orders, 0) as bigint) as orders,
        cast(coalesce(trade.returns, 0) as bigint) as returns,
        cast(coalesce(trade.sale_lines, 0) as bigint) as sale_lines,
        cast(coalesce(trade.return_lines, 0) as bigint) as return_lines,
        cast(coalesce(corrections.adjustment_lines, 0) as bigint) as adjustment_lines,
        cast(coalesce(trade.units, 0) as decimal(19, 3)) as units,
        cast(coalesce(trade.returned_units, 0) as decimal(19, 3)) as returned_units,
        cast(coalesce(trade.gross, 0) as decimal(19, 4)) as gross,
        cast(coalesce(trade.discount, 0) as decimal(19, 4)) as discount,
        cast(coalesce(trade.returned, 0) as decimal(19, 4)) as returned,
        cast(coalesce(trade.net, 0) as decimal(19, 4)) as net
    from days
    left join trade on days.business_date = trade.business_date and days.store = trade.store
    left join corrections on days.business_date = corrections.business_date and days.store = corrections.store
)

select * from final
