-- Purpose:   stores as they were last changed
-- Grain:     one store
-- Key:       store
-- Partition: none
-- Owner:     warehouse
with arrived as (
    select *
    from ods_line
    where event_type = 'store_changed'
),

previous as (
    select * from previous_dim_store
),

changes as (
    select
        code as store,
        name,
        time_zone,
        currency,
        day_start,
        recorded_at,
        position,
        kafka_offset
    from arrived
    union all
    select
        store,
        name,
        time_zone,
        currency,
        day_start,
        recorded_at,
        position,
        kafka_offset
    from previous
),

-- a redelivery has a later offset than newer changes, but not a later position
ranked as (
    select
        *,
        row_number() over (
            partition by store
            order by
                recorded_at desc nulls last,
                coalesce(position, '') desc nulls last,
                kafka_offset asc nulls last
        ) as newest
    from changes
),

final as (
    select
        store,
        name,
        time_zone,
        currency,
        day_start,
        recorded_at,
        position,
        kafka_offset
    from ranked
    where newest = 1
)

select * from final
