-- Expected figure "top_sku": the 20 SKUs with the highest net sales, and their net units.
-- "places" are the decimal places of the prices in the sum, by which the report spells the amount.
with lines as (
    select
        sku,
        quantity,
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
    sku,
    sum(amount) as amount,
    sum(quantity) as units,
    max(places) as places
from lines
group by sku
order by amount desc, sku
limit 20
