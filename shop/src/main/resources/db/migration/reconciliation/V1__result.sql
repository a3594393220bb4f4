create table reconciliation_result (
    id tinyint unsigned not null,
    body mediumtext not null comment 'the newest result, as JSON',
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin;
