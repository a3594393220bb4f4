create table stock_reservation (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    reference varchar(64) not null,
    store_id smallint unsigned not null,
    state varchar(16) not null comment 'open, released, expired or consumed',
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null,
    expires_at datetime(6) not null,
    closed_at datetime(6) null,
    document_id bigint unsigned null comment 'the order that consumed it',
    primary key (id),
    unique key stock_reservation_uuid (uuid),
    key stock_reservation_store (store_id, id),
    key stock_reservation_expiry (state, expires_at)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_reservation_line (
    reservation_id bigint unsigned not null,
    sku varchar(64) not null,
    quantity decimal(19, 3) not null,
    primary key (reservation_id, sku)
) character set utf8mb4 collate utf8mb4_bin;
