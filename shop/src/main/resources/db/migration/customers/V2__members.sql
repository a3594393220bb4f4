alter table customer
    add column registered_at datetime(6) null comment 'null: known before this was kept',
    add column erased_at datetime(6) null comment 'when the person asked to be forgotten';

create table customer_link (
    code varchar(64) not null comment 'who was merged',
    merged_into varchar(64) not null comment 'as it was asked for',
    current varchar(64) not null comment 'who that is now, at the end of all merges',
    merged_at datetime(6) not null,
    primary key (code),
    key customer_link_current (current)
) character set utf8mb4 collate utf8mb4_bin;

create table customer_personal (
    code varchar(64) not null,
    name varchar(100) null,
    name_key varchar(200) null comment 'the name as it is searched for',
    phone varchar(16) null comment 'E.164',
    email varchar(254) null,
    email_key varchar(254) null comment 'the address as it is compared',
    birthday date null,
    changed_at datetime(6) not null,
    primary key (code),
    unique key customer_personal_phone (phone),
    unique key customer_personal_email (email_key),
    key customer_personal_name (name_key, code)
) character set utf8mb4 collate utf8mb4_bin comment 'the only table with personal data';

create table customer_consent (
    id bigint unsigned not null,
    uuid uuid not null comment 'made by the client',
    code varchar(64) not null,
    purpose varchar(16) not null,
    granted boolean not null,
    source varchar(16) not null,
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    primary key (id),
    unique key customer_consent_uuid (uuid),
    key customer_consent_code (code, purpose, occurred_at, id)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';
