create table register (
    id int unsigned not null auto_increment,
    store_id smallint unsigned not null,
    code varchar(32) not null comment 'of its till',
    name varchar(128) not null,
    primary key (id),
    unique key register_code (store_id, code)
) character set utf8mb4 collate utf8mb4_bin comment 'a row is locked by everything that concerns its drawer';

create table shift (
    id bigint unsigned not null comment 'grows with time',
    uuid uuid not null,
    register_id int unsigned not null,
    store_id smallint unsigned not null,
    kind varchar(8) not null comment 'regular, or rescue for late orders',
    currency char(3) not null,
    business_date date not null comment 'of its opening',
    opened_at datetime(6) not null,
    opened_by varchar(64) not null,
    closed_at datetime(6) null,
    closed_by varchar(64) null,
    open_register int unsigned as (if(closed_at is null, register_id, null)) stored,
    opening_float decimal(19, 4) not null,
    paid_in decimal(19, 4) not null default 0,
    paid_out decimal(19, 4) not null default 0,
    orders int unsigned not null default 0,
    gross decimal(19, 4) not null default 0,
    discount decimal(19, 4) not null default 0,
    returns int unsigned not null default 0,
    returned decimal(19, 4) not null default 0,
    rounding decimal(19, 4) not null default 0 comment 'of sales, less that of returns',
    counted decimal(19, 4) null,
    expected decimal(19, 4) null comment 'as it was told at the closing',
    primary key (id),
    unique key shift_uuid (uuid),
    unique key shift_open (open_register, kind),
    key shift_store (store_id, id)
) character set utf8mb4 collate utf8mb4_bin;

create table shift_tender (
    shift_id bigint unsigned not null,
    tender varchar(16) not null,
    sales decimal(19, 4) not null,
    tendered decimal(19, 4) not null comment 'what was handed over, before the change',
    refunds decimal(19, 4) not null,
    primary key (shift_id, tender)
) character set utf8mb4 collate utf8mb4_bin;

create table shift_count (
    shift_id bigint unsigned not null,
    purpose varchar(8) not null comment 'opening or closing',
    denomination decimal(19, 4) not null,
    pieces int unsigned not null,
    primary key (shift_id, purpose, denomination)
) character set utf8mb4 collate utf8mb4_bin;

create table cash_move (
    id bigint unsigned not null,
    uuid uuid not null,
    shift_id bigint unsigned not null,
    kind varchar(8) not null,
    amount decimal(19, 4) not null,
    reason varchar(255) not null,
    moved_by varchar(64) not null,
    moved_at datetime(6) not null,
    primary key (id),
    unique key cash_move_uuid (uuid),
    key cash_move_shift (shift_id, id)
) character set utf8mb4 collate utf8mb4_bin;
