create table product (
    sku varchar(64) not null,
    name varchar(255) not null,
    barcode varchar(64) null,
    price decimal(19, 4) null,
    goods boolean not null comment 'false for a service: money without stock',
    primary key (sku),
    unique key product_barcode (barcode)
) character set utf8mb4 collate utf8mb4_bin;
