create table sale_order (
    id bigint unsigned not null comment 'grows with time, so that rows append',
    uuid uuid not null comment 'made by the client',
    number varchar(64) not null,
    store_id smallint unsigned not null,
    till varchar(32) null,
    customer varchar(64) null,
    channel varchar(8) not null,
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null,
    business_time time not null,
    currency char(3) not null,
    gross decimal(19, 4) not null,
    discount decimal(19, 4) not null,
    lines_total decimal(19, 4) not null,
    rounding decimal(19, 4) not null,
    payable decimal(19, 4) not null,
    primary key (id),
    unique key sale_order_uuid (uuid),
    key sale_order_day (store_id, business_date)
) character set utf8mb4 collate utf8mb4_bin;

create table sale_line (
    order_id bigint unsigned not null,
    line_no int not null,
    uuid uuid not null,
    sku varchar(64) not null,
    name varchar(255) not null,
    quantity decimal(19, 3) not null,
    unit_price decimal(19, 4) not null,
    discount decimal(19, 4) not null,
    amount decimal(19, 4) not null,
    goods boolean not null,
    returned decimal(19, 3) not null default 0,
    primary key (order_id, line_no),
    unique key sale_line_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table payment (
    order_id bigint unsigned not null,
    payment_no int not null,
    uuid uuid not null,
    tender varchar(16) not null,
    amount decimal(19, 4) not null,
    primary key (order_id, payment_no),
    unique key payment_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table captured (
    order_id bigint unsigned not null,
    tender varchar(16) not null,
    amount decimal(19, 4) not null,
    refunded decimal(19, 4) not null default 0,
    primary key (order_id, tender)
) character set utf8mb4 collate utf8mb4_bin comment 'what a tender may still refund';

create table sale_return (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    number varchar(64) not null,
    order_id bigint unsigned null comment 'the sale it undoes',
    approved_by varchar(64) null comment 'who approved a return without receipt',
    store_id smallint unsigned not null,
    till varchar(32) null,
    customer varchar(64) null,
    channel varchar(8) not null,
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null,
    business_time time not null,
    currency char(3) not null,
    lines_total decimal(19, 4) not null,
    rounding decimal(19, 4) not null,
    payable decimal(19, 4) not null,
    primary key (id),
    unique key sale_return_uuid (uuid),
    key sale_return_day (store_id, business_date)
) character set utf8mb4 collate utf8mb4_bin;

create table return_line (
    return_id bigint unsigned not null,
    line_no int not null,
    uuid uuid not null,
    order_line_no int null,
    sku varchar(64) not null,
    name varchar(255) not null,
    quantity decimal(19, 3) not null,
    unit_price decimal(19, 4) not null,
    amount decimal(19, 4) not null,
    reason varchar(255) not null,
    disposition varchar(16) not null,
    goods boolean not null,
    primary key (return_id, line_no),
    unique key return_line_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table refund (
    return_id bigint unsigned not null,
    refund_no int not null,
    uuid uuid not null,
    tender varchar(16) not null,
    amount decimal(19, 4) not null,
    primary key (return_id, refund_no),
    unique key refund_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;
