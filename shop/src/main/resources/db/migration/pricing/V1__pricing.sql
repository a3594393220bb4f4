create table promotion (
    id int unsigned not null auto_increment,
    code varchar(64) not null,
    name varchar(255) not null,
    kind varchar(16) not null,
    enabled boolean not null,
    starts_at datetime(6) not null,
    ends_at datetime(6) not null comment 'the first instant after',
    currency char(3) null comment 'of its amounts',
    priority int not null,
    stacking varchar(16) not null,
    all_stores boolean not null,
    all_skus boolean not null,
    all_tiers boolean not null,
    terms varchar(4000) not null comment 'what it takes, as JSON',
    primary key (id),
    unique key promotion_code (code),
    key promotion_period (ends_at, starts_at)
) character set utf8mb4 collate utf8mb4_bin comment 'coupon campaigns too';

create table promotion_scope (
    promotion_id int unsigned not null,
    kind varchar(8) not null comment 'store, sku, tier',
    value varchar(64) not null,
    primary key (promotion_id, kind, value)
) character set utf8mb4 collate utf8mb4_bin;

create table promotion_lock (
    id tinyint unsigned not null,
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin comment 'its one row is locked while rules are compared with each other';

insert into promotion_lock (id) values (1);

create table coupon_campaign (
    promotion_id int unsigned not null,
    shared_code varchar(64) null comment 'null: each code is used once',
    total_limit int unsigned null comment 'of uses of the shared code',
    customer_limit int unsigned null comment 'of uses by one customer',
    restorable boolean not null comment 'whether a full return gives the coupon back',
    codes bigint unsigned not null default 0,
    primary key (promotion_id)
) character set utf8mb4 collate utf8mb4_bin;

create table coupon (
    code varchar(64) not null,
    campaign_id int unsigned not null,
    batch uuid null comment 'the request that made it; null for a shared code',
    most int unsigned not null comment 'uses',
    used int unsigned not null default 0,
    primary key (code),
    key coupon_campaign_code (campaign_id, code),
    key coupon_batch (batch, code)
) character set utf8mb4 collate utf8mb4_bin;

create table coupon_customer (
    campaign_id int unsigned not null,
    customer varchar(64) not null,
    used int unsigned not null default 0,
    primary key (campaign_id, customer)
) character set utf8mb4 collate utf8mb4_bin;

create table coupon_use (
    order_id uuid not null,
    code varchar(64) not null,
    campaign_id int unsigned null comment 'null: an offline till took a code that is not known',
    customer varchar(64) null,
    amount decimal(19, 4) not null,
    used_at datetime(6) not null,
    state varchar(8) not null comment 'used, restored, conflict: an offline till took it, and it was used up',
    primary key (order_id, code),
    key coupon_use_code (code)
) character set utf8mb4 collate utf8mb4_bin;
