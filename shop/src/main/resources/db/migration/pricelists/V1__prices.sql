create table price_change (
    id bigint unsigned not null comment 'grows with time: of two changes for one instant the greater holds',
    uuid uuid not null comment 'made by the client',
    store_id smallint unsigned not null comment '0 for the chain''s list',
    valid_from datetime(6) not null,
    recorded_at datetime(6) not null,
    changed_by varchar(64) not null,
    reason varchar(255) not null,
    primary key (id),
    unique key price_change_uuid (uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table price_entry (
    sku varchar(64) not null,
    store_id smallint unsigned not null comment '0 for the chain''s list',
    valid_from datetime(6) not null comment 'until the next one of the list and SKU',
    change_id bigint unsigned not null,
    price decimal(19, 4) null comment 'null: the list has none from then',
    primary key (sku, store_id, valid_from, change_id),
    unique key price_entry_change (change_id, sku)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';
