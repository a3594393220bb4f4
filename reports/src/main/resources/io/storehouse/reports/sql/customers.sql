-- Expected figure "customers": customers with a number who bought or returned.
with lines as (
    select customer
    from dwd_trade_order_line_di
    cross join period
    where business_date between first_day and last_day
)

select count(distinct customer) as customers
from lines
