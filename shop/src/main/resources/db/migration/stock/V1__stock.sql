create table stock_balance (
    store_id smallint unsigned not null,
    sku varchar(64) not null,
    on_hand decimal(19, 3) not null default 0,
    reserved decimal(19, 3) not null default 0,
    version bigint unsigned not null default 0 comment 'of the newest move',
    primary key (store_id, sku)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_move (
    store_id smallint unsigned not null,
    sku varchar(64) not null,
    version bigint unsigned not null comment 'gap-free, from 1, in commit order',
    kind varchar(16) not null,
    quantity decimal(19, 3) not null,
    on_hand decimal(19, 3) not null comment 'the balance after this move',
    document_id bigint unsigned not null comment 'sale_order, sale_return, stock_receipt or stock_adjustment, by kind',
    primary key (store_id, sku, version)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';

create table stock_receipt (
    id bigint unsigned not null,
    uuid uuid not null,
    reference varchar(64) not null,
    store_id smallint unsigned not null,
    channel varchar(8) not null,
    assumed boolean not null comment 'an opening receipt at an assumed cost',
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null,
    primary key (id),
    unique key stock_receipt_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_receipt_line (
    receipt_id bigint unsigned not null,
    line_no int not null,
    sku varchar(64) not null,
    quantity decimal(19, 3) not null,
    unit_cost decimal(19, 4) not null,
    primary key (receipt_id, line_no)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_adjustment (
    id bigint unsigned not null,
    uuid uuid not null,
    reference varchar(64) not null,
    store_id smallint unsigned not null,
    channel varchar(8) not null,
    till varchar(32) null,
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null,
    primary key (id),
    unique key stock_adjustment_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_adjustment_line (
    adjustment_id bigint unsigned not null,
    line_no int not null,
    sku varchar(64) not null,
    quantity decimal(19, 3) not null,
    reason varchar(255) not null,
    primary key (adjustment_id, line_no)
) character set utf8mb4 collate utf8mb4_bin;
