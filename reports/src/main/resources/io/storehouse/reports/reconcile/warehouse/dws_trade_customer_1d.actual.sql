select
    coalesce(store, '') as store,
    coalesce(cast(business_date as varchar), '') as business_date,
    customer as label,
    sum(orders) as orders,
    sum(returns) as returns,
    sum(sale_lines) as sale_lines,
    sum(return_lines) as return_lines,
    sum(units) as units,
    sum(returned_units) as returned_units,
    sum(gross) as gross,
    sum(discount) as discount,
    sum(returned) as returned,
    sum(net) as net
from dws_trade_customer_1d
where customer is not null
group by all
