create table category_tree (
    id tinyint unsigned not null,
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin comment 'its one row is locked by whoever changes the tree';
insert into category_tree (id) values (1);

create table category (
    code varchar(32) not null,
    name varchar(255) not null,
    parent varchar(32) null,
    path varchar(330) not null comment 'codes from the root, each followed by a slash',
    primary key (code),
    unique key category_path (path)
) character set utf8mb4 collate utf8mb4_bin;

create table tax_class (
    code varchar(32) not null,
    name varchar(128) not null,
    primary key (code)
) character set utf8mb4 collate utf8mb4_bin;

create table tax_rate (
    tax_class varchar(32) not null,
    valid_from date not null comment 'until the next one',
    percent decimal(7, 4) not null,
    primary key (tax_class, valid_from)
) character set utf8mb4 collate utf8mb4_bin;

create table unit (
    code varchar(16) not null,
    name varchar(64) not null,
    primary key (code)
) character set utf8mb4 collate utf8mb4_bin;
insert into unit (code, name) values ('PIECE', 'Piece'), ('KG', 'Kilogram'), ('G', 'Gram'), ('L', 'Litre'), ('BOX', 'Box');

create table spu (
    code varchar(64) not null,
    name varchar(255) not null,
    axes varchar(500) not null comment 'attributes in which variants differ, as JSON',
    category varchar(32) null,
    brand varchar(128) null,
    tax_class varchar(32) null,
    primary key (code)
) character set utf8mb4 collate utf8mb4_bin;

alter table product
    add column category varchar(32) null,
    add column brand varchar(128) null,
    add column tax_class varchar(32) null,
    add column unit varchar(16) null comment 'that quantities count in',
    add column spu varchar(64) null,
    add column variant varchar(500) null comment 'attributes by name in the order of names, as JSON',
    add column delisted_at datetime(6) null,
    add unique key product_variant (spu, variant),
    add key product_category (category, sku);

create table product_pack (
    sku varchar(64) not null,
    unit varchar(16) not null,
    factor decimal(19, 3) not null comment 'how many of the product''s own unit are in it',
    primary key (sku, unit)
) character set utf8mb4 collate utf8mb4_bin;

create table product_barcode (
    sku varchar(64) not null,
    position smallint unsigned not null comment 'in the order they were given',
    code varchar(64) not null,
    canonical varchar(64) not null comment 'a UPC-A as the EAN-13 that it is',
    unit varchar(16) null comment 'of the pack that carries it',
    primary key (sku, position),
    unique key product_barcode_canonical (canonical)
) character set utf8mb4 collate utf8mb4_bin;
insert into product_barcode (sku, position, code, canonical)
select
    p.sku,
    0,
    p.barcode,
    if(
        p.barcode regexp '^[0-9]{12}$' and not exists (select 1 from product q where q.barcode = concat('0', p.barcode)),
        concat('0', p.barcode),
        p.barcode)
from product p
where p.barcode is not null;

create table scale_code (
    prefix char(2) not null comment '20 to 29',
    measure varchar(8) not null comment 'weight or price',
    decimals tinyint unsigned not null comment 'of the five digits',
    primary key (prefix)
) character set utf8mb4 collate utf8mb4_bin;

create table search_token (
    kind tinyint unsigned not null comment 'rank of the match, best first',
    token varchar(48) not null,
    sku varchar(64) not null,
    primary key (kind, token, sku),
    key search_token_sku (sku, kind, token)
) character set utf8mb4 collate utf8mb4_bin comment 'each tail of what a product may be found by';

create table search_pending (
    sku varchar(64) not null,
    primary key (sku)
) character set utf8mb4 collate utf8mb4_bin comment 'whose tokens are behind';
insert into search_pending (sku) select sku from product;
