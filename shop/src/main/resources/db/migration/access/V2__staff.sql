create table staff (
    username varchar(32) not null,
    display_name varchar(128) not null,
    role varchar(16) not null,
    all_stores boolean not null comment 'else those of staff_store',
    active boolean not null,
    password_hash varchar(72) null comment 'bcrypt',
    pin_hash varchar(72) null comment 'bcrypt',
    session_version int unsigned not null comment 'sessions of an older one have ended',
    primary key (username)
) character set utf8mb4 collate utf8mb4_bin comment 'never deleted: orders and the audit log name them';

create table staff_store (
    username varchar(32) not null,
    store varchar(64) not null,
    primary key (username, store),
    key staff_store_store (store, username)
) character set utf8mb4 collate utf8mb4_bin;

create table attempt (
    secret varchar(8) not null comment 'password or pin',
    account_hash binary(32) not null comment 'SHA-256 of the account as typed: it may be a password in the wrong field',
    tries int not null comment 'without success',
    until datetime(6) not null comment 'then they are forgotten',
    primary key (secret, account_hash),
    key attempt_until (until)
) character set utf8mb4 collate utf8mb4_bin;
