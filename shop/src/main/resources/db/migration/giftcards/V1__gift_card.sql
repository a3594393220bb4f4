create table gift_card (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    code_hash binary(32) not null comment 'SHA-256 of the code',
    digits char(4) not null comment 'the last of the code',
    currency char(3) not null,
    issued decimal(19, 4) not null,
    balance decimal(19, 4) not null,
    version bigint unsigned not null comment 'of the newest entry',
    store_id smallint unsigned not null comment 'that issued it',
    order_id uuid null comment 'that sold it',
    line_no int null,
    reason varchar(255) not null,
    issued_at datetime(6) not null,
    primary key (id),
    unique key gift_card_uuid (uuid),
    unique key gift_card_code (code_hash),
    key gift_card_order (order_id)
) character set utf8mb4 collate utf8mb4_bin;

create table gift_card_entry (
    card_id bigint unsigned not null,
    version bigint unsigned not null comment 'gap-free, from 1',
    kind varchar(8) not null comment 'issue, payment, refund, undo',
    amount decimal(19, 4) not null comment 'signed',
    balance decimal(19, 4) not null comment 'after it',
    document_id uuid not null comment 'the order, the return, or the card',
    recorded_at datetime(6) not null,
    primary key (card_id, version)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';

create table gift_card_payment (
    order_id uuid not null,
    card_id bigint unsigned not null,
    amount decimal(19, 4) not null,
    refunded decimal(19, 4) not null default 0,
    primary key (order_id, card_id)
) character set utf8mb4 collate utf8mb4_bin comment 'what may still be refunded to the card';
