-- Lake: totals of a store-day, with the lines of its adjustments.
with trade as (
    select
        store,
        business_date,
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
    group by all
),

corrections as (
    select store, business_date, count(*) as adjustment_lines
    from adjustment_{snapshot}
    group by all
)

select
    coalesce(trade.store, corrections.store) as store,
    coalesce(trade.business_date, corrections.business_date) as business_date,
    '' as label,
    orders,
    returns,
    adjustment_lines,
    sale_lines,
    return_lines,
    units,
    returned_units,
    gross,
    discount,
    returned,
    net
from trade
full join corrections on corrections.store = trade.store and corrections.business_date = trade.business_date
