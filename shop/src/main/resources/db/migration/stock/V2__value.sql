alter table stock_balance
    add column incoming decimal(19, 3) not null default 0 comment 'dispatched to this store, not yet here',
    add column value decimal(19, 4) not null default 0 comment 'of what is on hand: the sum of the moves'' values',
    add column cost_value decimal(19, 4) not null default 0 comment 'with cost_quantity: the average cost, as a fraction',
    add column cost_quantity decimal(19, 3) not null default 0 comment '0 while no cost is known';

alter table stock_move
    add column reserved decimal(19, 3) null comment 'change of the reserved quantity',
    add column incoming decimal(19, 3) null comment 'change of the incoming quantity',
    add column value decimal(19, 4) not null default 0 comment 'change of the value',
    add column occurred_at datetime(6) null comment 'the document''s own time',
    add column business_date date null comment 'the date it counts for in stock';

-- What was moved before costs were kept is valued at the average of all its receipts.
create temporary table stock_first_cost (
    store_id smallint unsigned not null,
    sku varchar(64) not null,
    value decimal(19, 4) not null,
    quantity decimal(19, 3) not null,
    primary key (store_id, sku)
) character set utf8mb4 collate utf8mb4_bin;

insert into stock_first_cost (store_id, sku, value, quantity)
select r.store_id, l.sku, sum(round(l.quantity * l.unit_cost, 4)), sum(l.quantity)
from stock_receipt r
join stock_receipt_line l on l.receipt_id = r.id
group by r.store_id, l.sku;

update stock_move m
join stock_first_cost c on c.store_id = m.store_id and c.sku = m.sku
set m.value = round(m.on_hand * c.value / c.quantity, 4) - round((m.on_hand - m.quantity) * c.value / c.quantity, 4);

update stock_balance b
join stock_first_cost c on c.store_id = b.store_id and c.sku = b.sku
set b.value = round(b.on_hand * c.value / c.quantity, 4), b.cost_value = c.value, b.cost_quantity = c.quantity;

drop temporary table stock_first_cost;
