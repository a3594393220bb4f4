-- Every archived record once for each file that holds it; those that carry figures as typed values.
create table log as
select
    file.file_id,
    archive.topic,
    archive.kafka_partition,
    archive.kafka_offset,
    archive.position,
    archive.event_type,
    case
        when archive.topic = 'storehouse.orders' or archive.event_type in ('stock_adjusted', 'rows_rejected')
            then json_transform(
                case when json_valid(archive.value) then archive.value end,
                '{"id": "VARCHAR", "type": "VARCHAR", "store": "VARCHAR", "business_date": "VARCHAR",
                  "payload": {
                      "order_id": "VARCHAR", "return_id": "VARCHAR", "adjustment_id": "VARCHAR",
                      "customer": "VARCHAR", "gross": "DECIMAL(19,4)", "discount": "DECIMAL(19,4)",
                      "lines_total": "DECIMAL(19,4)", "units": "DECIMAL(19,3)", "fingerprint": "DECIMAL(38,0)",
                      "lines": [{"line_no": "INTEGER", "sku": "VARCHAR", "goods": "BOOLEAN", "reason": "VARCHAR",
                                 "quantity": "DECIMAL(19,3)", "unit_price": "DECIMAL(19,4)",
                                 "discount": "DECIMAL(19,4)", "amount": "DECIMAL(19,4)"}],
                      "import_id": "VARCHAR",
                      "rows": [{"line_no": "INTEGER", "code": "VARCHAR", "text": "VARCHAR", "store": "VARCHAR",
                                "business_date": "VARCHAR", "amount": "DECIMAL(19,4)"}]}}')
    end as body
from archive
join file on file.path = archive.filename
