-- Lake: products as they were last listed or changed.
select
    '' as store,
    '' as business_date,
    key as label,
    count(*) as products,
    sum(hash(name, barcode, price, goods, recorded_at, position, kafka_offset)) as attributes
from newest_{snapshot}
where type = 'product_changed'
group by all
