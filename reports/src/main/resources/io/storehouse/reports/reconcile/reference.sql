-- Stores and products, each time that one was set up or changed.
create table reference as
select
    file_id,
    topic,
    kafka_partition,
    kafka_offset,
    position,
    recorded_at,
    body.type as type,
    if(body.type = 'store_changed', body.payload.code, body.payload.sku) as key,
    body.payload.name as name,
    body.payload.time_zone as time_zone,
    body.payload.currency as currency,
    body.payload.day_start as day_start,
    body.payload.barcode as barcode,
    body.payload.price as price,
    body.payload.goods as goods
from log
where body.type in ('store_changed', 'product_changed')
