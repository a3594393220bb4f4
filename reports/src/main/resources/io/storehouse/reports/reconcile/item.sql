-- All lines of sales and returns; quantities and amounts are positive, as in the events. A line that sold a gift card or
-- took one back is money owed: it counts in no figure.
create table item as
select
    * exclude (item),
    item.line_no,
    item.sku,
    item.name,
    item.goods,
    item.quantity,
    item.unit_price,
    coalesce(item.discount, 0) as discount,
    item.amount,
    item.gift_card is null as counts,
    cast('0x' || substr(sha256(concat_ws('|', kind, id, item.line_no, item.sku, item.quantity, item.unit_price, item.amount)), 1, 15) as bigint) as fingerprint
from (
    select
        file_id,
        topic,
        kafka_partition,
        kafka_offset,
        if(body.type = 'order_placed', 'sale', 'return') as kind,
        if(body.type = 'order_placed', body.payload.order_id, body.payload.return_id) as id,
        coalesce(body.store, '') as store,
        coalesce(body.business_date, '') as business_date,
        body.payload.customer as customer,
        if(body.type = 'order_placed', body.payload.order_no, body.payload.return_no) as document_no,
        body.payload.order_id as order_id,
        body.payload.channel as channel,
        body.payload.till as till,
        try_cast(body.occurred_at as timestamptz) as occurred_at,
        recorded_at,
        event_id,
        position,
        unnest(body.payload.lines) as item
    from log
    where body.type in ('order_placed', 'return_accepted')
)
