-- Report, customers: what each customer with a number bought and returned, best first, with the quintiles of recency,
-- frequency and monetary value (5 is best; ties by customer).
with days as (
    select business_date, customer, orders, returns, gross, returned, net
    from dws_trade_customer_1d
    cross join period
    where business_date between first_day and last_day
        and customer is not null
),

customers as (
    select
        customer,
        sum(orders) as orders,
        sum(returns) as returns,
        sum(gross) as gross,
        sum(returned) as returned,
        sum(net) as net,
        max(business_date) as last_day
    from days
    group by customer
)

select
    customer,
    orders,
    returns,
    gross,
    returned,
    net,
    last_day,
    ntile(5) over (order by last_day, customer desc) as recency,
    ntile(5) over (order by orders, customer desc) as frequency,
    ntile(5) over (order by net, customer desc) as monetary
from customers
order by net desc, customer
