-- Purpose:   monthly trend
-- Grain:     calendar month of the business date
-- Key:       month
-- Partition: none
-- Owner:     warehouse
with store_days as (
    select * from dws_trade_store_1d
),

customer_days as (
    select * from dws_trade_customer_1d
),

trade as (
    select
        substr(cast(business_date as string), 1, 7) as month,
        count(distinct business_date) as days,
        sum(orders) as orders,
        sum(returns) as returns,
        sum(sale_lines) as sale_lines,
        sum(return_lines) as return_lines,
        sum(adjustment_lines) as adjustment_lines,
        sum(units) as units,
        sum(returned_units) as returned_units,
        sum(gross) as gross,
        sum(discount) as discount,
        sum(returned) as returned,
        sum(net) as net
    from store_days
    group by substr(cast(business_date as string), 1, 7)
),

buyers as (
    select
        substr(cast(business_date as string), 1, 7) as month,
        count(distinct customer) as customers
    from customer_days
    group by substr(cast(business_date as string), 1, 7)
),

final as (
    select
        trade.month,
        cast(trade.days as bigint) as days,
        cast(coalesce(buyers.customers, 0) as bigint) as customers,
        cast(trade.orders as bigint) as orders,
        cast(trade.returns as bigint) as returns,
        cast(trade.sale_lines as bigint) as sale_lines,
        cast(trade.return_lines as bigint) as return_lines,
        cast(trade.adjustment_lines as bigint) as adjustment_lines,
        cast(trade.units as decimal(19, 3)) as units,
        cast(trade.returned_units as decimal(19, 3)) as returned_units,
        cast(trade.gross as decimal(19, 4)) as gross,
        cast(trade.discount as decimal(19, 4)) as discount,
        cast(trade.returned as decimal(19, 4)) as returned,
        cast(trade.net as decimal(19, 4)) as net
    from trade
    left join buyers on trade.month = buyers.month
)

select * from final
