-- Purpose:   events of the archive as typed lines; the only place where DuckDB reads JSON
-- Grain:     one line of an order, return, adjustment or rejection; one row for every other event
-- Key:       topic, kafka_partition, kafka_offset, line_no (redeliveries are still in it)
-- Partition: none, it lives for one run
-- Owner:     warehouse
with archived as (
    select * from ods_event_range
),

parsed as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        position,
        event_id,
        event_type,
        recorded_at,
        json_transform(
            case when json_valid(value) then value end,
            '{"id": "VARCHAR", "type": "VARCHAR", "occurred_at": "VARCHAR", "store": "VARCHAR",
              "business_date": "VARCHAR",
              "payload": {
                  "order_id": "VARCHAR", "order_no": "VARCHAR", "return_id": "VARCHAR", "return_no": "VARCHAR",
                  "adjustment_id": "VARCHAR", "reference": "VARCHAR", "channel": "VARCHAR", "till": "VARCHAR",
                  "customer": "VARCHAR", "import_id": "VARCHAR", "file": "VARCHAR",
                  "code": "VARCHAR", "name": "VARCHAR", "time_zone": "VARCHAR", "currency": "VARCHAR",
                  "day_start": "VARCHAR", "sku": "VARCHAR", "barcode": "VARCHAR", "price": "VARCHAR",
                  "goods": "BOOLEAN",
                  "lines": [{"line_no": "INTEGER", "sku": "VARCHAR", "name": "VARCHAR", "quantity": "VARCHAR",
                            "unit_price": "VARCHAR", "discount": "VARCHAR", "amount": "VARCHAR", "reason": "VARCHAR",
                            "goods": "BOOLEAN", "gift_card": "VARCHAR", "code": "VARCHAR", "text": "VARCHAR", "store": "VARCHAR",
                            "business_date": "VARCHAR"}],
                  "rows": [{"line_no": "INTEGER", "sku": "VARCHAR", "name": "VARCHAR", "quantity": "VARCHAR",
                            "unit_price": "VARCHAR", "discount": "VARCHAR", "amount": "VARCHAR", "reason": "VARCHAR",
                            "goods": "BOOLEAN", "gift_card": "VARCHAR", "code": "VARCHAR", "text": "VARCHAR", "store": "VARCHAR",
                            "business_date": "VARCHAR"}]}}'
        ) as envelope
    from archived
),

-- scalars first: what is exploded must not carry the whole envelope along
headers as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        position,
        event_id,
        event_type,
        recorded_at,
        envelope.id as envelope_id,
        envelope.type as envelope_type,
        try_cast(envelope.occurred_at as timestamptz) as occurred_at,
        envelope.store as event_store,
        envelope.business_date as event_business_date,
        case event_type
            when 'order_placed' then envelope.payload.order_id
            when 'return_accepted' then envelope.payload.return_id
            when 'stock_adjusted' then envelope.payload.adjustment_id
            when 'rows_rejected' then envelope.payload.import_id
        end as document_id,
        case event_type
            when 'order_placed' then envelope.payload.order_no
            when 'return_accepted' then envelope.payload.return_no
            when 'stock_adjusted' then envelope.payload.reference
            when 'rows_rejected' then envelope.payload.file
        end as document_no,
        envelope.payload.order_id as order_id,
        envelope.payload.channel as channel,
        envelope.payload.till as till,
        envelope.payload.customer as customer,
        envelope.payload.sku as event_sku,
        envelope.payload.name as event_name,
        envelope.payload.goods as event_goods,
        envelope.payload.code as event_code,
        envelope.payload.time_zone as time_zone,
        envelope.payload.currency as currency,
        envelope.payload.day_start as day_start,
        envelope.payload.barcode as barcode,
        try_cast(envelope.payload.price as decimal(19, 4)) as price,
        case
            when event_type in ('order_placed', 'return_accepted', 'stock_adjusted') then envelope.payload.lines
            when event_type = 'rows_rejected' then envelope.payload.rows
        end as lines
    from parsed
),

exploded as (
    select
        headers.*,
        exploded_lines.line
    from headers
    left join lateral (select unnest(headers.lines) as line) as exploded_lines on true
),

typed as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        position,
        event_id,
        event_type,
        recorded_at,
        envelope_id,
        envelope_type,
        occurred_at,
        case when event_type = 'rows_rejected' then line.store else event_store end as store,
        try_cast(
            case when event_type = 'rows_rejected' then line.business_date else event_business_date end as date
        ) as business_date,
        document_id,
        document_no,
        order_id,
        channel,
        till,
        customer,
        line.line_no as line_no,
        coalesce(line.sku, event_sku) as sku,
        coalesce(line.name, event_name) as name,
        try_cast(line.quantity as decimal(19, 3)) as quantity,
        try_cast(line.unit_price as decimal(19, 4)) as unit_price,
        try_cast(line.discount as decimal(19, 4)) as discount,
        try_cast(line.amount as decimal(19, 4)) as amount,
        coalesce(line.goods, event_goods) as goods,
        line.gift_card as gift_card,
        line.reason as reason,
        line.text as text,
        coalesce(line.code, event_code) as code,
        time_zone,
        currency,
        day_start,
        barcode,
        price
    from exploded
)

select
    *,
    case
        when event_type in ('order_placed', 'return_accepted')
            then cast(
                cast(
                    concat(
                        '0x',
                        substr(
                            sha256(
                                concat_ws(
                                    '|',
                                    case event_type when 'order_placed' then 'sale' else 'return' end,
                                    document_id,
                                    cast(line_no as string),
                                    sku,
                                    cast(quantity as string),
                                    cast(unit_price as string),
                                    cast(amount as string)
                                )
                            ),
                            1,
                            15
                        )
                    ) as bigint
                ) as decimal(20, 0)
            )
    end as fingerprint
from typed
