create table transfer (
    id uuid not null comment 'made by the client',
    name varchar(32) not null comment 'what the rows are',
    mode varchar(8) not null,
    state varchar(8) not null,
    attempt int unsigned not null default 1 comment 'only the newest may write',
    content binary(32) null comment 'SHA-256 of the file, when it is done',
    rows_read bigint unsigned not null default 0,
    added bigint unsigned not null default 0,
    changed bigint unsigned not null default 0,
    unchanged bigint unsigned not null default 0,
    refused bigint unsigned not null default 0,
    started_at datetime(6) not null,
    finished_at datetime(6) null,
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin;

create table transfer_problem (
    transfer uuid not null,
    line_no int not null,
    column_name varchar(64) null,
    code varchar(64) not null,
    reason varchar(255) not null comment 'without what the row says: that may be personal',
    primary key (transfer, line_no)
) character set utf8mb4 collate utf8mb4_bin;
