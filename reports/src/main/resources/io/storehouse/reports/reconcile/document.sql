-- Sales and returns: what the document says of itself beside what all its lines add up to, and what its lines that count do.
create table document as
with sums as (
    select
        file_id,
        topic,
        kafka_partition,
        kafka_offset,
        count(*) filter (where counts) as lines,
        sum(quantity) as all_units,
        sum(quantity) filter (where counts) as units,
        sum(value) as all_gross,
        sum(value) filter (where counts) as gross,
        sum(discount) as all_discount,
        sum(discount) filter (where counts) as discount,
        sum(amount) as all_amount,
        sum(amount) filter (where counts) as amount,
        sum(fingerprint) as all_fingerprint,
        sum(fingerprint) filter (where counts) as fingerprint
    from (
        select
            *,
            cast(cast(quantity as decimal(15, 3)) * cast(unit_price as decimal(15, 4)) as decimal(38, 4)) as value
        from item
    )
    group by all
)

select
    log.file_id,
    log.topic,
    log.kafka_partition,
    log.kafka_offset,
    log.position,
    if(body.type = 'order_placed', 'sale', 'return') as kind,
    if(body.type = 'order_placed', body.payload.order_id, body.payload.return_id) as id,
    coalesce(body.store, '') as store,
    coalesce(body.business_date, '') as business_date,
    coalesce(sums.lines, 0) as lines,
    coalesce(sums.units, 0) as units,
    coalesce(sums.gross, 0) as gross,
    coalesce(sums.discount, 0) as discount,
    coalesce(sums.amount, 0) as amount,
    coalesce(sums.fingerprint, 0) as fingerprint,
    coalesce(sums.all_units, 0) as all_units,
    coalesce(sums.all_gross, 0) as all_gross,
    coalesce(sums.all_discount, 0) as all_discount,
    coalesce(sums.all_amount, 0) as all_amount,
    coalesce(sums.all_fingerprint, 0) as all_fingerprint,
    body.payload.units as said_units,
    if(body.type = 'order_placed', body.payload.gross, body.payload.lines_total) as said_gross,
    if(body.type = 'order_placed', body.payload.discount, 0) as said_discount,
    body.payload.lines_total as said_amount,
    body.payload.fingerprint as said_fingerprint,
    body.payload.payable as said_payable,
    coalesce(sums.all_amount, 0) + coalesce(body.payload.tax_added, 0) + body.payload.rounding as payable,
    coalesce(
        list_sum([
            paid.amount
            for paid in if(body.type = 'order_placed', body.payload.payments, body.payload.refunds)
        ]),
        0
    ) as paid
from log
left join sums using (file_id, topic, kafka_partition, kafka_offset)
where body.type in ('order_placed', 'return_accepted')
