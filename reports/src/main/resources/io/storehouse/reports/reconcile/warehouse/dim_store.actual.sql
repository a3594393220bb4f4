select
    coalesce(store, '') as store,
    '' as business_date,
    '' as label,
    count(*) as stores,
    sum(hash(name, time_zone, currency, day_start, recorded_at, position, kafka_offset)) as attributes
from dim_store
group by all
