-- Lake: stores as they were last changed.
select
    key as store,
    '' as business_date,
    '' as label,
    count(*) as stores,
    sum(hash(name, time_zone, currency, day_start, recorded_at, position, kafka_offset)) as attributes
from newest_{snapshot}
where type = 'store_changed'
group by all
