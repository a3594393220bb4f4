-- Report, monthly trend: the parts of net sales by month of the business date.
with days as (
    select
        substr(cast(business_date as varchar(10)), 1, 7) as month,
        orders,
        returns,
        units,
        gross,
        discount,
        returned,
        net
    from dws_trade_store_1d
    cross join period
    where business_date between first_day and last_day
)

select
    month,
    sum(orders) as orders,
    sum(returns) as returns,
    sum(units) as units,
    sum(gross) as gross,
    sum(discount) as discount,
    sum(returned) as returned,
    sum(net) as net
from days
group by month
order by month
