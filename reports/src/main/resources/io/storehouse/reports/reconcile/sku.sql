-- Each SKU's most frequent description, ties in order of text; without any, what it was listed as.
create or replace view sku_{snapshot} as
with names as (
    select sku, name, cast(sum(lines) as bigint) as name_count, max(goods) as goods
    from naming_{snapshot}
    group by sku, name
),

frequent as (
    select *
    from names
    where trim(name) <> ''
    qualify row_number() over (partition by sku order by name_count desc, name) = 1
),

goods as (
    select sku, max(goods) as goods
    from names
    group by sku
),

products as (
    select key as sku, name, goods
    from newest_{snapshot}
    where type = 'product_changed'
)

select
    coalesce(goods.sku, products.sku) as sku,
    coalesce(frequent.name, products.name, '') as name,
    coalesce(frequent.name_count, 0) as name_count,
    coalesce(products.goods, goods.goods) as goods
from goods
full join products on products.sku = goods.sku
left join frequent on frequent.sku = coalesce(goods.sku, products.sku)
