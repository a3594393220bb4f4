select
    '' as store,
    '' as business_date,
    month as label,
    sum(days) as days,
    sum(customers) as customers,
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
from ads_sales_month_1m
group by all
