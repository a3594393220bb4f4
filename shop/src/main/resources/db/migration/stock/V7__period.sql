create table stock_period (
    store_id smallint unsigned not null,
    closed_until date null comment 'nothing moves on this date or before; null while all is open',
    closed_by varchar(64) null,
    closed_at datetime(6) null,
    primary key (store_id)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_level (
    store_id smallint unsigned not null,
    sku varchar(64) not null,
    minimum decimal(19, 3) not null,
    maximum decimal(19, 3) not null,
    primary key (store_id, sku)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_proof (
    id bigint unsigned not null,
    started_at datetime(6) not null,
    finished_at datetime(6) null,
    balances bigint unsigned not null default 0,
    differences bigint unsigned not null default 0,
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin;

create table stock_proof_difference (
    proof_id bigint unsigned not null,
    no int not null,
    store_id smallint unsigned not null,
    sku varchar(64) not null,
    what varchar(16) not null comment 'on-hand, reserved, incoming, value, version, held or on-its-way',
    balance decimal(27, 4) not null,
    ledger decimal(27, 4) not null comment 'what it should be',
    primary key (proof_id, no)
) character set utf8mb4 collate utf8mb4_bin;
