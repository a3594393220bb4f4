create table held_sale (
    id bigint unsigned not null comment 'grows with time',
    uuid uuid not null comment 'made by the client',
    store_id smallint unsigned not null,
    till varchar(32) not null comment 'that answers for it',
    label varchar(64) null,
    cart mediumtext not null comment 'JSON as sent',
    held_at datetime(6) not null,
    held_by varchar(64) not null,
    expires_at datetime(6) not null,
    recalled_at datetime(6) null,
    recalled_till varchar(32) null,
    recalled_by varchar(64) null,
    primary key (id),
    unique key held_sale_uuid (uuid),
    key held_sale_store (store_id, recalled_at, id)
) character set utf8mb4 collate utf8mb4_bin;
