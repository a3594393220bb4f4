-- Lake: totals over all days (all) and of each month, by store, ranked and named.
with facts as (
    select store, business_date, kind, id, customer, quantity, amount, discount
    from line_{snapshot}
    union all
    select store, business_date, 'adjustment' as kind, id, null as customer, quantity, 0 as amount, 0 as discount
    from adjustment_{snapshot}
),

periods as (
    select 'all' as period, * from facts
    union all
    select substr(business_date, 1, 7) as period, * from facts
),

totals as (
    select
    period,
    store,
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
    from periods
    group by period, store
)

select
    totals.store,
    '' as business_date,
    totals.period as label,
    row_number() over (partition by totals.period order by totals.net desc, totals.store) as sales_rank,
    hash(coalesce(stores.name, totals.store)) as name,
    totals.* exclude (period, store)
from totals
left join newest_{snapshot} as stores on stores.type = 'store_changed' and stores.key = totals.store
