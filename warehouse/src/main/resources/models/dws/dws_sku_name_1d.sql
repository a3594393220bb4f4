-- Purpose:   how often a SKU went by which description, persisted so that its name needs no look at all lines
-- Grain:     business date, SKU and description
-- Key:       business_date, sku, name
-- Partition: none
-- Owner:     warehouse
with lines as (
    select * from dwd_trade_order_line_di
),

adjustments as (
    select * from dwd_stock_adjustment_di
),

seen as (
    select
        business_date,
        sku,
        name,
        goods,
        cast(1 as bigint) as lines
    from lines
    union all
    select
        business_date,
        sku,
        '' as name,
        goods,
        cast(0 as bigint) as lines
    from adjustments
),

final as (
    select
        business_date,
        sku,
        name,
        cast(sum(lines) as bigint) as lines,
        max(goods) as goods
    from seen
    group by business_date, sku, name
)

select * from final
