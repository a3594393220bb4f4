-- Purpose:   what every SKU is called: its most frequent description, ties in order of text
-- Grain:     one SKU that was ever listed, sold, returned or adjusted
-- Key:       sku
-- Partition: none
-- Owner:     warehouse
with names as (
    select
        sku,
        name,
        cast(sum(lines) as bigint) as name_count,
        max(goods) as goods
    from dws_sku_name_1d
    group by sku, name
),

products as (
    select * from dim_product
),

ranked as (
    select
        sku,
        name,
        name_count,
        row_number() over (
            partition by sku
            order by name_count desc nulls last, name asc nulls last
        ) as frequency_rank
    from names
    where trim(name) <> ''
),

most_frequent as (
    select
        sku,
        name,
        name_count
    from ranked
    where frequency_rank = 1
),

skus as (
    select
        sku,
        max(goods) as goods
    from (
        select sku, goods from names
        union all
        select sku, cast(null as boolean) as goods from products
    ) as seen
    group by sku
),

final as (
    select
        skus.sku,
        coalesce(most_frequent.name, products.name, '') as name,
        coalesce(most_frequent.name_count, cast(0 as bigint)) as name_count,
        coalesce(products.goods, skus.goods) as goods
    from skus
    left join most_frequent on skus.sku = most_frequent.sku
    left join products on skus.sku = products.sku
)

select * from final
