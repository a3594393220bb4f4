-- Expected figure "orders": sale orders and returns.
with lines as (
    select line_kind, document_id
    from dwd_trade_order_line_di
    cross join period
    where business_date between first_day and last_day
)

select
    count(distinct case when line_kind = 'sale' then document_id end) as sale,
    count(distinct case when line_kind = 'return' then document_id end) as "return"
from lines
