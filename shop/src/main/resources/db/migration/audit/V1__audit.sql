create table audit_entry (
    id bigint unsigned not null auto_increment,
    at datetime(6) not null,
    who varchar(64) not null,
    role varchar(16) not null,
    store varchar(64) null comment 'null for an act of the whole chain',
    act varchar(32) not null,
    subject varchar(64) not null,
    details varchar(1000) not null comment 'JSON without personal data or secrets',
    primary key (id),
    key audit_entry_at (at),
    key audit_entry_store (store, at),
    key audit_entry_act (act, at),
    key audit_entry_who (who, at)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only: triggers refuse update and delete';
