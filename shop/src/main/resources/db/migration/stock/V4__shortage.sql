create table stock_shortage (
    store_id smallint unsigned not null,
    document_id bigint unsigned not null,
    sku varchar(64) not null,
    version bigint unsigned not null comment 'of the move',
    order_uuid uuid not null,
    quantity decimal(19, 3) not null comment 'what left',
    lacking decimal(19, 3) not null comment 'how much of it was not available',
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    primary key (store_id, document_id, sku)
) character set utf8mb4 collate utf8mb4_bin;
