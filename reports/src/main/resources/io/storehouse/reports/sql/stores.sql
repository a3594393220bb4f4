-- Expected figure "stores": rows and amount of each kind of row, by store.
-- A row of a file is one row however often the file is imported. An adjustment has no money. "places" are the decimal
-- places of the prices in the sum, by which the report spells the amount.
with lines as (
    select
        line_kind as kind,
        business_date,
        store,
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
),

adjustments as (
    select
        'adjustment' as kind,
        business_date,
        store,
        cast(0 as decimal(19, 4)) as amount,
        1 as places
    from dwd_stock_adjustment_di
    cross join period
    where business_date between first_day and last_day
),

ledger as (
    select
        'ledger' as kind,
        business_date,
        store,
        amount,
        case
            when amount = round(amount, 1) then 1
            when amount = round(amount, 2) then 2
            when amount = round(amount, 3) then 3
            else 4
        end as places
    from (select distinct file, line_no, text, store, business_date, amount from dwd_import_rejected_di where code = 'ledger') as entries
    cross join period
    where business_date between first_day and last_day
),

every_row as (
    select * from lines
    union all
    select * from adjustments
    union all
    select * from ledger
)

select
    store as store,
    kind,
    count(*) as rows,
    sum(amount) as amount,
    max(places) as places
from every_row
where store is not null
group by store, kind
order by store nulls last, kind
