-- Purpose:   rows of imported files that became nothing else, so that every row read is accounted for
-- Grain:     one rejected row of an import
-- Key:       import_id, line_no
-- Partition: none, there are few
-- Owner:     warehouse
with arrived as (
    select *
    from ods_line
    where event_type = 'rows_rejected'
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
    from previous_dwd_import_rejected_di as fact
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
        document_id as import_id,
        document_no as file,
        line_no,
        code,
        reason,
        text,
        store,
        business_date,
        amount,
        recorded_at,
        event_id,
        topic,
        kafka_partition,
        kafka_offset,
        position
    from arrived
    union all
    select
        import_id,
        file,
        line_no,
        code,
        reason,
        text,
        store,
        business_date,
        amount,
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
