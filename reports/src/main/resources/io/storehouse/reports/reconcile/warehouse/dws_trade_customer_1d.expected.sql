-- Lake: totals of a store-day by customer.
select
    store,
    business_date,
    customer as label,
    count(distinct id) filter (where kind = 'sale') as orders,
    count(distinct id) filter (where kind = 'return') as returns,
    count(*) filter (where kind = 'sale') as sale_lines,
    count(*) filter (where kind = 'return') as return_lines,
    coalesce(sum(quantity) filter (where kind = 'sale'), 0) as units,
    coalesce(sum(quantity) filter (where kind = 'return'), 0) as returned_units,
    coalesce(sum(amount + discount) filter (where kind = 'sale'), 0) as gross,
    coalesce(sum(discount) filter (where kind = 'sale'), 0) as discount,
    coalesce(sum(amount) filter (where kind = 'return'), 0) as returned,
    coalesce(sum(if(kind = 'sale', amount, -amount)), 0) as net
from line_{snapshot}
where customer is not null
group by all
