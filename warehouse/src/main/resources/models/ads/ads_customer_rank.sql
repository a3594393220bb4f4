-- Purpose:   customers by net sales
-- Grain:     period ('all' or yyyy-MM) and customer
-- Key:       period, customer
-- Partition: none
-- Owner:     warehouse
with days as (
    select * from dws_trade_customer_1d
),

-- sales and returns together: a figure of a month counts in that month and in 'all'
periods as (
    select
        'all' as period,
        customer,
        orders,
        returns,
        sale_lines,
        return_lines,
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
        customer,
        orders,
        returns,
        sale_lines,
        return_lines,
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
        customer,
        cast(sum(orders) as bigint) as orders,
        cast(sum(returns) as bigint) as returns,
        cast(sum(sale_lines) as bigint) as sale_lines,
        cast(sum(return_lines) as bigint) as return_lines,
        cast(sum(units) as decimal(19, 3)) as units,
        cast(sum(returned_units) as decimal(19, 3)) as returned_units,
        cast(sum(gross) as decimal(19, 4)) as gross,
        cast(sum(discount) as decimal(19, 4)) as discount,
        cast(sum(returned) as decimal(19, 4)) as returned,
        cast(sum(net) as decimal(19, 4)) as net
    from periods
    group by period, customer
),

final as (
    select
        totals.period,
        cast(
            row_number() over (
                partition by totals.period
                order by totals.net desc nulls last, totals.customer asc nulls last
            ) as int
        ) as sales_rank,
        totals.customer,
        totals.orders,
        totals.returns,
        totals.sale_lines,
        totals.return_lines,
        totals.units,
        totals.returned_units,
        totals.gross,
        totals.discount,
        totals.returned,
        totals.net
    from totals
)

select * from final
