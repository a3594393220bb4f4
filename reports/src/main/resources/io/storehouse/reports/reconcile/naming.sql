-- What SKUs were called, by day: their lines' descriptions; an adjustment has none.
create or replace view naming_{snapshot} as
select business_date, sku, name, cast(sum(lines) as bigint) as lines, max(goods) as goods
from (
    select business_date, sku, name, goods, 1 as lines
    from line_{snapshot}
    union all
    select business_date, sku, '' as name, goods, 0 as lines
    from adjustment_{snapshot}
)
group by business_date, sku, name
