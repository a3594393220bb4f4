select
    '' as store,
    coalesce(cast(business_date as varchar), '') as business_date,
    coalesce(sku, '') as label,
    count(*) as names,
    sum(lines) as lines,
    sum(hash(name, lines, goods)) as attributes
from dws_sku_name_1d
group by business_date, sku
