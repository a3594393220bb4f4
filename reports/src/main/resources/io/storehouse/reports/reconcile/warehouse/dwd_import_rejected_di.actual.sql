select
    coalesce(store, '') as store,
    coalesce(cast(business_date as varchar), '') as business_date,
    '' as label,
    count(*) as rejected_rows,
    coalesce(sum(amount), 0) as amount,
    sum(hash(import_id, line_no, code, text, kafka_partition, kafka_offset, file, reason, recorded_at, event_id, topic, position)) as attributes
from dwd_import_rejected_di
group by all
