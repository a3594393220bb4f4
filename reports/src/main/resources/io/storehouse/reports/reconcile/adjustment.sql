create table adjustment as
select * exclude (item), item.line_no, item.sku, item.quantity, item.reason
from (
    select
        file_id,
        topic,
        kafka_partition,
        kafka_offset,
        body.payload.adjustment_id as id,
        coalesce(body.store, '') as store,
        coalesce(body.business_date, '') as business_date,
        unnest(body.payload.lines) as item
    from log
    where body.type = 'stock_adjusted'
)
