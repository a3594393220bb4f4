-- Warehouse: the same, with every line's fingerprint computed again from its columns.
select
    coalesce(store, '') as store,
    coalesce(cast(business_date as varchar), '') as business_date,
    '' as label,
    count(*) filter (where line_kind = 'sale') as sale_lines,
    count(*) filter (where line_kind = 'return') as return_lines,
    coalesce(sum(quantity) filter (where line_kind = 'sale'), 0) as units,
    coalesce(-sum(quantity) filter (where line_kind = 'return'), 0) as returned_units,
    coalesce(sum(amount + discount) filter (where line_kind = 'sale'), 0) as gross,
    coalesce(sum(discount) filter (where line_kind = 'sale'), 0) as discount,
    coalesce(-sum(amount) filter (where line_kind = 'return'), 0) as returned,
    coalesce(sum(amount), 0) as net,
    coalesce(sum(cast('0x' || substr(sha256(concat_ws('|', line_kind, document_id, line_no, sku, abs(quantity), unit_price, abs(amount))), 1, 15) as bigint)), 0) as fingerprint,
    coalesce(sum(fingerprint), 0) as stored_fingerprint,
    coalesce(sum(hash(line_kind, document_id, line_no, customer, goods, discount, kafka_partition, kafka_offset, name, document_no, channel, till, order_id, occurred_at, recorded_at, event_id, topic, position)), 0) as attributes
from dwd_trade_order_line_di
group by all
