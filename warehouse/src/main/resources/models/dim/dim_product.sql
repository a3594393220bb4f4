-- Purpose:   products as they were last listed or changed
-- Grain:     one sku
-- Key:       sku
-- Partition: none
-- Owner:     warehouse
with arrived as (
    select *
    from ods_line
    where event_type = 'product_changed'
),

previous as (
    select * from previous_dim_product
),

changes as (
    select
        sku as sku,
        name,
        barcode,
        price,
        goods,
        recorded_at,
        position,
        kafka_offset
    from arrived
    union all
    select
        sku,
        name,
        barcode,
        price,
        goods,
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
            partition by sku
            order by
                recorded_at desc nulls last,
                coalesce(position, '') desc nulls last,
                kafka_offset asc nulls last
        ) as newest
    from changes
),

final as (
    select
        sku,
        name,
        barcode,
        price,
        goods,
        recorded_at,
        position,
        kafka_offset
    from ranked
    where newest = 1
)

select * from final
