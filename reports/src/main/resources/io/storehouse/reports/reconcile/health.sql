-- What must not be in the archive: gaps and doubles of offsets, records without position, of unknown type, unreadable, or
-- whose type is not the one they are filed under; and documents that do not add up.
with own as (
    select log.* from log semi join files_{snapshot} using (file_id)
),

partitions as (
    select
        topic || '/' || kafka_partition as place,
        count(*) as records,
        count(distinct kafka_offset) as offsets,
        min(kafka_offset) as first_offset,
        max(kafka_offset) as last_offset
    from own
    group by all
),

documents as (
    select * from document_{snapshot}
)

select '' as store, '' as business_date, place || ' offsets' as measure,
    '0 to ' || last_offset || ', each once' as expected,
    records || ' records, ' || offsets || ' offsets from ' || first_offset as actual
from partitions
where first_offset <> 0 or records <> offsets or last_offset - first_offset + 1 <> offsets
union all
select coalesce(body.store, ''), coalesce(body.business_date, ''), topic || '/' || kafka_partition || '@' || kafka_offset || ' position', 'a position', 'none'
from own
where position is null
union all
select coalesce(body.store, ''), coalesce(body.business_date, ''), topic || '/' || kafka_partition || '@' || kafka_offset || ' type', 'a known type', coalesce(event_type, 'none')
from own
where event_type is null or event_type not in ({types})
union all
select coalesce(body.store, ''), coalesce(body.business_date, ''), topic || '/' || kafka_partition || '@' || kafka_offset || ' event', coalesce(event_type, 'none'), coalesce(body.type, 'unreadable')
from own
where (topic = 'storehouse.orders' or event_type in ('stock_adjusted', 'rows_rejected', 'store_changed', 'product_changed'))
    and body.type is distinct from event_type
union all
select store, business_date, kind || ' ' || id || ' ' || measure, coalesce(cast(said as varchar), 'none'), coalesce(cast(found as varchar), 'none')
from (
    select store, business_date, kind, id, 'units' as measure, cast(said_units as decimal(38, 4)) as said, cast(all_units as decimal(38, 4)) as found from documents
    union all
    select store, business_date, kind, id, 'gross' as measure, cast(said_gross as decimal(38, 4)) as said, cast(all_gross as decimal(38, 4)) as found from documents
    union all
    select store, business_date, kind, id, 'discount' as measure, cast(said_discount as decimal(38, 4)) as said, cast(all_discount as decimal(38, 4)) as found from documents
    union all
    select store, business_date, kind, id, 'lines_total' as measure, cast(said_amount as decimal(38, 4)) as said, cast(all_amount as decimal(38, 4)) as found from documents
    union all
    select store, business_date, kind, id, 'fingerprint' as measure, cast(said_fingerprint as decimal(38, 4)) as said, cast(all_fingerprint as decimal(38, 4)) as found from documents
    union all
    select store, business_date, kind, id, 'payable' as measure, cast(said_payable as decimal(38, 4)) as said, cast(payable as decimal(38, 4)) as found from documents
    union all
    select store, business_date, kind, id, 'payments' as measure, cast(said_payable as decimal(38, 4)) as said, cast(paid as decimal(38, 4)) as found from documents
) as sayings
where said is distinct from found
order by all
