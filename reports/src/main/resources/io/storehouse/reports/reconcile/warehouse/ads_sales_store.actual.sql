select
    coalesce(store, '') as store,
    '' as business_date,
    period as label,
    sum(sales_rank) as sales_rank,
    sum(hash(name)) as name,
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
from ads_sales_store
group by all
