create table stock_count (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    reference varchar(64) not null,
    store_id smallint unsigned not null,
    state varchar(16) not null comment 'open, finished or cancelled',
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null,
    primary key (id),
    unique key stock_count_uuid (uuid),
    key stock_count_store (store_id, id)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_count_entry (
    count_id bigint unsigned not null,
    sku varchar(64) not null,
    place varchar(64) not null comment 'shelf or room; what was counted in several adds up',
    uuid uuid not null comment 'made by the client',
    counter varchar(64) not null comment 'who counted',
    quantity decimal(19, 3) not null,
    counted_at datetime(6) not null,
    recorded_at datetime(6) not null,
    version bigint unsigned not null comment 'of the balance when it was recorded',
    book decimal(19, 3) not null comment 'on hand at counted_at, as far as moves up to version tell',
    primary key (count_id, sku, place)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_count_line (
    count_id bigint unsigned not null,
    sku varchar(64) not null,
    counted decimal(19, 3) not null,
    book decimal(19, 3) not null comment 'on hand when it was counted, with all that had happened by then',
    primary key (count_id, sku)
) character set utf8mb4 collate utf8mb4_bin;
