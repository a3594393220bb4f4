-- Purpose:   stores by net sales
-- Grain:     period ('all' or yyyy-MM) and store
-- Key:       period, store
-- Partition: none
-- Owner:     warehouse
with days as (
    select * from dws_trade_store_1d
),

names as (
    select * from dim_store
),

-- sales and returns together: a figure of a month counts in that month and in 'all'
periods as (
    select
        'all' as period,
        store,
        orders,
        returns,
        sale_lines,
        return_lines,
        adjustment_lines,
        units,
        returned_units,
        gross,
        discount,
        returned,
        net
    from days
    union all
    select
        substr(cast(business_date as string), 1, 7) as period,
        store,
        orders,
        returns,
        sale_lines,
        return_lines,
        adjustment_lines,
        units,
        returned_units,
        gross,
        discount,
        returned,
        net
    from days
),

totals as (
    select
        period,
        store,
        cast(sum(orders) as bigint) as orders,
        cast(sum(returns) as bigint) as returns,
        cast(sum(sale_lines) as bigint) as sale_lines,
        cast(sum(return_lines) as bigint) as return_lines,
        cast(sum(adjustment_lines) as bigint) as adjustment_lines,
        cast(sum(units) as decimal(19, 3)) as units,
        cast(sum(returned_units) as decimal(19, 3)) as returned_units,
        cast(sum(gross) as decimal(19, 4)) as gross,
        cast(sum(discount) as decimal(19, 4)) as discount,
        cast(sum(returned) as decimal(19, 4)) as returned,
        cast(sum(net) as decimal(19, 4)) as net
    from periods
    group by period, store
),

final as (
    select
        totals.period,
        cast(
            row_number() over (
                partition by totals.period
                order by totals.net desc nulls last, totals.store asc nulls last
            ) as int
        ) as sales_rank,
        totals.store,
        coalesce(names.name, totals.store) as name,
        totals.orders,
        totals.returns,
        totals.sale_lines,
        totals.return_lines,
        totals.adjustment_lines,
        totals.units,
        totals.returned_units,
        totals.gross,
        totals.discount,
        totals.returned,
        totals.net
    from totals
    left join names on totals.store = names.store
)

select * from final
