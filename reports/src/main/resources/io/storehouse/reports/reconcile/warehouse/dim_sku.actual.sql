select
    '' as store,
    '' as business_date,
    coalesce(sku, '') as label,
    count(*) as skus,
    sum(name_count) as name_count,
    sum(hash(name, goods)) as attributes
from dim_sku
group by all
