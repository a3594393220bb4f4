create table outbox (
    id bigint unsigned not null auto_increment,
    created_at datetime(6) not null,
    event_id char(36) not null,
    topic varchar(64) not null,
    event_key varchar(128) not null,
    type varchar(64) not null,
    payload mediumtext not null comment 'the whole envelope as JSON',
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin;
