select
    coalesce(store, '') as store,
    coalesce(cast(business_date as varchar), '') as business_date,
    '' as label,
    count(*) as adjustment_lines,
    sum(quantity) as quantity,
    sum(hash(document_id, line_no, sku, quantity, reason, kafka_partition, kafka_offset, reference, goods, occurred_at, recorded_at, event_id, topic, position)) as attributes
from dwd_stock_adjustment_di
group by all
