-- Expected figure "rows": all rows of all files and tills: sold, returned, adjusted and rejected.
-- A row of a file is one row however often the file is imported. A rejected row without a readable date belongs to day one.
with lines as (
    select business_date
    from dwd_trade_order_line_di
),

adjustments as (
    select business_date
    from dwd_stock_adjustment_di
),

rejected as (
    select coalesce(business_date, date '0001-01-01') as business_date
    from (select distinct file, line_no, text, business_date from dwd_import_rejected_di) as entries
),

every_row as (
    select * from lines
    union all
    select * from adjustments
    union all
    select * from rejected
)

select count(*) as rows
from every_row
cross join period
where business_date between first_day and last_day
