-- Purpose:   lines of sales and returns, the fact under all trade figures
-- Grain:     one line of an order or return
-- Key:       line_kind, document_id, line_no
-- Partition: months(business_date)
-- Owner:     warehouse
with arrived as (
    select *
    from ods_line
    where event_type in ('order_placed', 'return_accepted')
),

previous as (
    select * from previous_dwd_trade_order_line_di
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
    select distinct
        topic,
        kafka_partition,
        kafka_offset,
        position,
        event_id
    from facts
),

-- a position is delivered again when Connect restarts; its first offset counts
by_position as (
    select
        *,
        row_number() over (
            partition by topic, kafka_partition, coalesce(position, cast(kafka_offset as string))
            order by kafka_offset asc nulls last, event_id asc nulls last
        ) as delivery
    from deliveries
),

first_deliveries as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        event_id
    from by_position
    where delivery = 1
),

-- what is left with the same event is a copy of the same line
by_event as (
    select
        facts.*,
        row_number() over (
            partition by facts.event_id, facts.line_no
            order by
                facts.topic asc nulls last,
                facts.kafka_partition asc nulls last,
                facts.kafka_offset asc nulls last
        ) as copy
    from facts
    inner join first_deliveries
        on facts.topic = first_deliveries.topic
        and facts.kafka_partition = first_deliveries.kafka_partition
        and facts.kafka_offset = first_deliveries.kafka_offset
        and facts.event_id = first_deliveries.event_id
),

final as (
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
    from by_event
    where copy = 1
)

select * from final
