-- Lake: what SKUs are called.
select
    '' as store,
    '' as business_date,
    sku as label,
    count(*) as skus,
    sum(name_count) as name_count,
    sum(hash(name, goods)) as attributes
from sku_{snapshot}
group by all
