-- Purpose:   trade of a SKU in a store on a business date
-- Grain:     business date, store and SKU that was sold or returned
-- Key:       business_date, store, sku
-- Partition: none
-- Owner:     warehouse
with lines as (
    select * from dwd_trade_order_line_di
),

final as (
    select
        business_date,
        store,
        sku,
        cast(count(distinct case when line_kind = 'sale' then document_id end) as bigint) as orders,
        cast(count(case when line_kind = 'sale' then 1 end) as bigint) as sale_lines,
        cast(count(case when line_kind = 'return' then 1 end) as bigint) as return_lines,
        cast(
            sum(case when line_kind = 'sale' then quantity else cast(0 as decimal(19, 3)) end) as decimal(19, 3)
        ) as units,
        cast(
            sum(case when line_kind = 'return' then -quantity else cast(0 as decimal(19, 3)) end) as decimal(19, 3)
        ) as returned_units,
        cast(
            sum(case when line_kind = 'sale' then amount + discount else cast(0 as decimal(19, 4)) end)
            as decimal(19, 4)
        ) as gross,
        cast(
            sum(case when line_kind = 'sale' then discount else cast(0 as decimal(19, 4)) end) as decimal(19, 4)
        ) as discount,
        cast(
            sum(case when line_kind = 'return' then -amount else cast(0 as decimal(19, 4)) end) as decimal(19, 4)
        ) as returned,
        cast(sum(amount) as decimal(19, 4)) as net
    from lines
    group by business_date, store, sku
)

select * from final
