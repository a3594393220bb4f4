-- Lake: lines of a store-day, each counted, summed and hashed.
select
    store,
    business_date,
    '' as label,
    count(*) filter (where kind = 'sale') as sale_lines,
    count(*) filter (where kind = 'return') as return_lines,
    coalesce(sum(quantity) filter (where kind = 'sale'), 0) as units,
    coalesce(sum(quantity) filter (where kind = 'return'), 0) as returned_units,
    coalesce(sum(amount + discount) filter (where kind = 'sale'), 0) as gross,
    coalesce(sum(discount) filter (where kind = 'sale'), 0) as discount,
    coalesce(sum(amount) filter (where kind = 'return'), 0) as returned,
    coalesce(sum(if(kind = 'sale', amount, -amount)), 0) as net,
    coalesce(sum(fingerprint), 0) as fingerprint,
    coalesce(sum(fingerprint), 0) as stored_fingerprint,
    coalesce(sum(hash(kind, id, line_no, customer, goods, discount, kafka_partition, kafka_offset, name, document_no, channel, till, order_id, occurred_at, recorded_at, event_id, topic, position)), 0) as attributes
from line_{snapshot}
group by all
