create table stock_transfer (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    reference varchar(64) not null,
    source_id smallint unsigned not null,
    destination_id smallint unsigned not null,
    state varchar(16) not null comment 'dispatched, received or cancelled',
    changes int not null default 0 comment 'how often something arrived or it was cancelled',
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null comment 'of the source',
    primary key (id),
    unique key stock_transfer_uuid (uuid),
    key stock_transfer_source (source_id, id),
    key stock_transfer_destination (destination_id, id),
    key stock_transfer_state (state, destination_id)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_transfer_line (
    transfer_id bigint unsigned not null,
    sku varchar(64) not null,
    quantity decimal(19, 3) not null,
    value decimal(19, 4) not null comment 'what left the source and travels with the goods',
    received decimal(19, 3) not null default 0,
    primary key (transfer_id, sku)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_arrival (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    transfer_id bigint unsigned not null,
    last boolean not null comment 'nothing more is expected',
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    business_date date not null comment 'of the destination',
    primary key (id),
    unique key stock_arrival_uuid (uuid),
    key stock_arrival_transfer (transfer_id)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_arrival_line (
    arrival_id bigint unsigned not null,
    sku varchar(64) not null,
    quantity decimal(19, 3) not null,
    primary key (arrival_id, sku)
) character set utf8mb4 collate utf8mb4_bin;
