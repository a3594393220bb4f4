-- Purpose:   lines of stock corrections, without money
-- Grain:     one line of an adjustment
-- Key:       document_id, line_no
-- Partition: months(business_date)
-- Owner:     warehouse
with arrived as (
    select *
    from ods_line
    where event_type = 'stock_adjusted'
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
    from previous_dwd_stock_adjustment_di as fact
    where not exists (
        select 1
        from arrived_deliveries as arrival
        where arrival.topic = fact.topic
            and arrival.kafka_partition = fact.kafka_partition
            and arrival.kafka_offset = fact.kafka_offset
    )
),

facts as (
    select
        business_date,
        store,
        document_id,
        document_no as reference,
        line_no,
        sku,
        quantity,
        reason,
        goods,
        occurred_at,
        recorded_at,
        event_id,
        topic,
        kafka_partition,
        kafka_offset,
        position
    from arrived
    union all
    select
        business_date,
        store,
        document_id,
        reference,
        line_no,
        sku,
        quantity,
        reason,
        goods,
        occurred_at,
        recorded_at,
        event_id,
        topic,
        kafka_partition,
        kafka_offset,
        position
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
