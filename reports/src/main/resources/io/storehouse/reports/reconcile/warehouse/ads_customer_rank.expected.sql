-- Lake: totals over all days (all) and of each month, by customer, ranked.
with periods as (
    select 'all' as period, * from line_{snapshot}
    union all
    select substr(business_date, 1, 7) as period, * from line_{snapshot}
),

totals as (
    select
        period,
        customer,
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
    from periods
    where customer is not null
    group by period, customer
)

select
    '' as store,
    '' as business_date,
    concat_ws(' ', totals.period, totals.customer) as label,
    row_number() over (partition by totals.period order by totals.net desc, totals.customer) as sales_rank,
    totals.* exclude (period, customer)
from totals
