-- Lake: adjusted lines of a store-day.
select
    store,
    business_date,
    '' as label,
    count(*) as adjustment_lines,
    sum(quantity) as quantity,
    sum(hash(id, line_no, sku, quantity, reason, kafka_partition, kafka_offset, reference, goods, occurred_at, recorded_at, event_id, topic, position)) as attributes
from adjustment_{snapshot}
group by all
