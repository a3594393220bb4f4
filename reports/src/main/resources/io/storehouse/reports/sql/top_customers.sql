-- Expected figure "top_customers": the 20 customers with a number who have the highest net sales.
-- "places" are the decimal places of the prices in the sum, by which the report spells the amount.
with lines as (
    select
        customer,
        amount,
        case
            when unit_price = round(unit_price, 1) and discount = round(discount, 1) then 1
            when unit_price = round(unit_price, 2) and discount = round(discount, 2) then 2
            when unit_price = round(unit_price, 3) and discount = round(discount, 3) then 3
            else 4
        end as places
    from dwd_trade_order_line_di
    cross join period
    where business_date between first_day and last_day
        and customer is not null
)

select
    customer,
    sum(amount) as amount,
    max(places) as places
from lines
group by customer
order by amount desc, customer
limit 20
