create table image (
    hash char(64) not null comment 'SHA-256 of its bytes, and its name in the object store',
    type varchar(16) not null,
    bytes int unsigned not null,
    width int unsigned not null,
    height int unsigned not null,
    created_at datetime(6) not null,
    primary key (hash)
) character set utf8mb4 collate utf8mb4_bin;

create table product_image (
    sku varchar(64) not null,
    position smallint unsigned not null,
    hash char(64) not null,
    primary key (sku, position)
) character set utf8mb4 collate utf8mb4_bin;
