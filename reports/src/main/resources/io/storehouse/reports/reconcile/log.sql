-- Every archived record once for each file that holds it; those that carry figures as typed values.
create table log as
select
    file.file_id,
    archive.topic,
    archive.kafka_partition,
    archive.kafka_offset,
    archive.position,
    archive.event_type,
    archive.event_id,
    archive.recorded_at,
    hash(archive.value, archive.position, archive.event_type) as content,
    case
        when archive.topic = 'storehouse.orders' or archive.event_type in ('stock_adjusted', 'rows_rejected', 'store_changed', 'product_changed')
            then json_transform(
                case when json_valid(archive.value) then archive.value end,
                '{"id": "VARCHAR", "type": "VARCHAR", "store": "VARCHAR", "business_date": "VARCHAR",
                  "occurred_at": "VARCHAR",
                  "payload": {
                      "order_no": "VARCHAR", "return_no": "VARCHAR", "reference": "VARCHAR", "channel": "VARCHAR",
                      "till": "VARCHAR", "rounding": "DECIMAL(19,4)", "tax_added": "DECIMAL(19,4)", "payable": "DECIMAL(19,4)",
                      "payments": [{"amount": "DECIMAL(19,4)"}], "refunds": [{"amount": "DECIMAL(19,4)"}],
                      "code": "VARCHAR", "name": "VARCHAR", "time_zone": "VARCHAR", "currency": "VARCHAR",
                      "day_start": "VARCHAR", "sku": "VARCHAR", "barcode": "VARCHAR", "price": "DECIMAL(19,4)",
                      "goods": "BOOLEAN", "file": "VARCHAR",
                      "order_id": "VARCHAR", "return_id": "VARCHAR", "adjustment_id": "VARCHAR",
                      "customer": "VARCHAR", "gross": "DECIMAL(19,4)", "discount": "DECIMAL(19,4)",
                      "lines_total": "DECIMAL(19,4)", "units": "DECIMAL(19,3)", "fingerprint": "DECIMAL(38,0)",
                      "lines": [{"line_no": "INTEGER", "sku": "VARCHAR", "name": "VARCHAR", "goods": "BOOLEAN", "reason": "VARCHAR",
                                 "quantity": "DECIMAL(19,3)", "unit_price": "DECIMAL(19,4)",
                                 "discount": "DECIMAL(19,4)", "amount": "DECIMAL(19,4)",
                                 "gift_card": "VARCHAR"}],
                      "import_id": "VARCHAR",
                      "rows": [{"line_no": "INTEGER", "code": "VARCHAR", "reason": "VARCHAR", "text": "VARCHAR", "store": "VARCHAR",
                                "business_date": "VARCHAR", "amount": "DECIMAL(19,4)"}]}}')
    end as body
from archive
join file on file.path = archive.filename
