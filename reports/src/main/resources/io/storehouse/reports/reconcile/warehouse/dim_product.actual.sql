select
    '' as store,
    '' as business_date,
    coalesce(sku, '') as label,
    count(*) as products,
    sum(hash(name, barcode, price, goods, recorded_at, position, kafka_offset)) as attributes
from dim_product
group by all
