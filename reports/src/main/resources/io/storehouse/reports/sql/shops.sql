-- Report, stores: the parts of net sales by store.
with days as (
    select store, orders, returns, units, gross, discount, returned, net
    from dws_trade_store_1d
    cross join period
    where business_date between first_day and last_day
)

select
    store,
    sum(orders) as orders,
    sum(returns) as returns,
    sum(units) as units,
    sum(gross) as gross,
    sum(discount) as discount,
    sum(returned) as returned,
    sum(net) as net
from days
group by store
order by net desc, store
