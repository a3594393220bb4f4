-- Purpose:   lines of sales and returns, the fact under all trade figures; a gift card is money owed and no sale
-- Grain:     one line of an order or return that neither sold a gift card nor took one back
-- Key:       line_kind, document_id, line_no
-- Partition: months(business_date)
-- Owner:     warehouse
with arrived as (
    select *
    from ods_line
    where event_type in ('order_placed', 'return_accepted')
),

arrived_deliveries as (
    select distinct
        topic,
        kafka_partition,
        kafka_offset,
        position,
        event_id
    from arrived
),

-- a run that follows a killed one may read events again that are already in the table
previous as (
    select *
    from previous_dwd_trade_order_line_di as fact
    where not exists (
        select 1
        from arrived_deliveries as arrival
        where arrival.topic = fact.topic
            and arrival.kafka_partition = fact.kafka_partition
            and arrival.kafka_offset = fact.kafka_offset
    )
),

arrived_facts as (
    select
        business_date,
        store,
        case event_type when 'order_placed' then 'sale' else 'return' end as line_kind,
        document_id,
        document_no,
        line_no,
        sku,
        name,
        customer,
        goods,
        case event_type when 'order_placed' then quantity else cast(-quantity as decimal(19, 3)) end as quantity,
        unit_price,
        case event_type
            when 'order_placed' then discount
            else coalesce(discount, cast(0 as decimal(19, 4)))
        end as discount,
        case event_type when 'order_placed' then amount else cast(-amount as decimal(19, 4)) end as amount,
        channel,
        till,
        order_id,
        occurred_at,
        recorded_at,
        event_id,
        topic,
        kafka_partition,
        kafka_offset,
        position,
        fingerprint
    from arrived
    where gift_card is null
),

facts as (
    select * from arrived_facts
    union all
    select
        business_date,
        store,
        line_kind,
        document_id,
        document_no,
        line_no,
        sku,
        name,
        customer,
        goods,
        quantity,
        unit_price,
        discount,
        amount,
        channel,
        till,
        order_id,
        occurred_at,
        recorded_at,
        event_id,
        topic,
        kafka_partition,
        kafka_offset,
        position,
        fingerprint
    from previous
),

deliveries as (
    select * from arrived_deliveries
    union
    select
        topic,
        kafka_partition,
        kafka_offset,
        position,
        event_id
    from previous
),

-- a position is delivered again when Connect restarts; its first offset counts
by_position as (
    select
        *,
        row_number() over (
            partition by topic, kafka_partition, coalesce(position, cast(kafka_offset as string))
            order by kafka_offset asc nulls last
        ) as delivery
    from deliveries
),

by_event as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        row_number() over (
            partition by event_id
            order by topic asc nulls last, kafka_partition asc nulls last, kafka_offset asc nulls last
        ) as copy
    from by_position
    where delivery = 1
),

counted as (
    select
        topic,
        kafka_partition,
        kafka_offset
    from by_event
    where copy = 1
),

final as (
    select /*+ broadcast(counted) */ facts.*
    from facts
    inner join counted
        on facts.topic = counted.topic
        and facts.kafka_partition = counted.kafka_partition
        and facts.kafka_offset = counted.kafka_offset
)

select * from final
