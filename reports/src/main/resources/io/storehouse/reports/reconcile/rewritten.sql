-- Records of an older archive that the newest does not hold as they were. A rewrite moves records, and changes none.
with before as (
    select log.*
    from log
    semi join files_{before} using (file_id)
    anti join files_{now} using (file_id)
),

now as (
    select log.*
    from log
    semi join files_{now} using (file_id)
),

gone as (
    select before.*
    from before
    anti join now using (topic, kafka_partition, kafka_offset, content)
)

select distinct
    coalesce(gone.body.store, '') as store,
    coalesce(gone.body.business_date, '') as business_date,
    gone.topic || '/' || gone.kafka_partition || '@' || gone.kafka_offset || ' record' as measure,
    if(now.topic is null, 'missing', 'different') as actual
from gone
left join now using (topic, kafka_partition, kafka_offset)
order by all
