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

previous as (
    select * from previous_dwd_import_rejected_di
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
    from by_event
    where copy = 1
)

select * from final
