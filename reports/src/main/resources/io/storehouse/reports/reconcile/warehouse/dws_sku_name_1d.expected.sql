-- Lake: how often a SKU went by which description on a day.
select
    '' as store,
    business_date,
    sku as label,
    count(*) as names,
    sum(lines) as lines,
    sum(hash(name, lines, goods)) as attributes
from naming_{snapshot}
group by business_date, sku
