create table rejection as
select
    * exclude (item),
    coalesce(item.store, '') as store,
    coalesce(item.business_date, '') as business_date,
    item.line_no,
    item.code,
    item.reason,
    item.text,
    item.amount
from (
    select
        file_id,
        topic,
        kafka_partition,
        kafka_offset,
        body.payload.import_id as id,
        body.payload.file as file,
        recorded_at,
        event_id,
        position,
        unnest(body.payload.rows) as item
    from log
    where body.type = 'rows_rejected'
)
