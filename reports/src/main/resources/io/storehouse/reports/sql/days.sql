-- Expected figure "days": net sales (sales less returns) by business date.
-- "places" are the decimal places of the prices in the sum, by which the report spells the amount.
with lines as (
    select
        business_date,
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
)

select
    business_date as day,
    sum(amount) as amount,
    max(places) as places
from lines
group by business_date
order by day
