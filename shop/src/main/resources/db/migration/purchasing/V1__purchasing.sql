create table supplier (
    code varchar(32) not null,
    name varchar(255) not null,
    lead_time_days smallint unsigned not null comment 'from approval to delivery',
    terms varchar(255) not null comment 'of payment, as agreed',
    primary key (code)
) character set utf8mb4 collate utf8mb4_bin;

create table purchase_order (
    id bigint unsigned not null comment 'grows with time',
    uuid uuid not null comment 'made by the client',
    number varchar(64) not null,
    supplier varchar(32) not null,
    store_id smallint unsigned not null,
    state varchar(16) not null,
    version bigint unsigned not null comment 'one more with each step',
    over_percent decimal(5, 2) not null comment 'by which more than ordered may come in',
    expected_on date null,
    created_by varchar(64) not null,
    created_at datetime(6) not null,
    primary key (id),
    unique key purchase_order_uuid (uuid),
    key purchase_order_store (store_id, id),
    key purchase_order_state (store_id, state, id)
) character set utf8mb4 collate utf8mb4_bin;

create table purchase_line (
    order_id bigint unsigned not null,
    line_no int not null,
    store_id smallint unsigned not null,
    sku varchar(64) not null,
    pack varchar(16) null comment 'in which it was ordered; null for the product''s own unit',
    factor decimal(19, 3) not null comment 'own units in the pack',
    quantity decimal(19, 3) not null comment 'ordered, in own units, as all that follows',
    unit_cost decimal(19, 4) not null,
    most decimal(19, 3) not null comment 'that may come in',
    received decimal(19, 3) not null default 0,
    returned decimal(19, 3) not null default 0,
    awaited boolean not null default false comment 'of an order that is approved and not done',
    primary key (order_id, line_no),
    key purchase_line_awaited (store_id, awaited, sku)
) character set utf8mb4 collate utf8mb4_bin;

create table purchase_step (
    order_id bigint unsigned not null,
    version bigint unsigned not null comment 'of the order after it',
    step varchar(16) not null,
    state varchar(16) not null comment 'of the order after it',
    taken_by varchar(64) not null,
    taken_at datetime(6) not null,
    primary key (order_id, version)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';

create table purchase_movement (
    id bigint unsigned not null,
    uuid uuid not null comment 'also the stock document''s',
    kind varchar(8) not null comment 'receipt or return',
    order_id bigint unsigned not null,
    reference varchar(64) not null,
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    recorded_by varchar(64) not null,
    primary key (id),
    unique key purchase_movement_uuid (uuid),
    key purchase_movement_order (order_id, id)
) character set utf8mb4 collate utf8mb4_bin comment 'goods of an order that came in or went back; append-only';

create table purchase_movement_line (
    movement_id bigint unsigned not null,
    line_no int not null comment 'of the order',
    quantity decimal(19, 3) not null,
    reason varchar(255) not null,
    primary key (movement_id, line_no)
) character set utf8mb4 collate utf8mb4_bin;
