-- Lake: rejected rows, by store and date as far as they could be read.
select
    store,
    business_date,
    '' as label,
    count(*) as rejected_rows,
    coalesce(sum(amount), 0) as amount,
    sum(hash(id, line_no, code, text, kafka_partition, kafka_offset, file, reason, recorded_at, event_id, topic, position)) as attributes
from rejection_{snapshot}
group by all
