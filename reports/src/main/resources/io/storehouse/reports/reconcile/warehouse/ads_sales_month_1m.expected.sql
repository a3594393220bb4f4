-- Lake: totals of each month, with its days, its customers and the lines of adjustments.
with facts as (
    select store, business_date, kind, id, customer, quantity, amount, discount
    from line_{snapshot}
    union all
    select store, business_date, 'adjustment' as kind, id, null as customer, quantity, 0 as amount, 0 as discount
    from adjustment_{snapshot}
)

select
    '' as store,
    '' as business_date,
    substr(business_date, 1, 7) as label,
    count(distinct business_date) as days,
    count(distinct customer) as customers,
    count(distinct id) filter (where kind = 'sale') as orders,
    count(distinct id) filter (where kind = 'return') as returns,
    count(*) filter (where kind = 'sale') as sale_lines,
    count(*) filter (where kind = 'return') as return_lines,
    count(*) filter (where kind = 'adjustment') as adjustment_lines,
    coalesce(sum(quantity) filter (where kind = 'sale'), 0) as units,
    coalesce(sum(quantity) filter (where kind = 'return'), 0) as returned_units,
    coalesce(sum(amount + discount) filter (where kind = 'sale'), 0) as gross,
    coalesce(sum(discount) filter (where kind = 'sale'), 0) as discount,
    coalesce(sum(amount) filter (where kind = 'return'), 0) as returned,
    coalesce(sum(amount) filter (where kind = 'sale'), 0)
        - coalesce(sum(amount) filter (where kind = 'return'), 0) as net
from facts
group by all
