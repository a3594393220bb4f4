-- Report, products: net sales by SKU with its most frequent name, best first.
with skus as (
    select sku, units, returned_units, gross, returned, net
    from dws_trade_sku_1d
    cross join period
    where business_date between first_day and last_day
),

names as (
    select sku, name, goods
    from dim_sku
)

select
    skus.sku,
    max(names.name) as name,
    max(names.goods) as goods,
    sum(skus.units) as units,
    sum(skus.returned_units) as returned_units,
    sum(skus.gross) as gross,
    sum(skus.returned) as returned,
    sum(skus.net) as net
from skus
left join names on names.sku = skus.sku
group by skus.sku
order by net desc, skus.sku
