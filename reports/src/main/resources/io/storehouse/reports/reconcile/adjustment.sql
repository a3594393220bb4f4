create table adjustment as
select * exclude (item), item.line_no, item.sku, item.quantity, item.reason, item.goods
from (
    select
        file_id,
        topic,
        kafka_partition,
        kafka_offset,
        body.payload.adjustment_id as id,
        body.payload.reference as reference,
        try_cast(body.occurred_at as timestamptz) as occurred_at,
        recorded_at,
        event_id,
        position,
        coalesce(body.store, '') as store,
        coalesce(body.business_date, '') as business_date,
        unnest(body.payload.lines) as item
    from log
    where body.type = 'stock_adjusted'
)
