create table idempotency (
    scope varchar(16) not null,
    id uuid not null,
    hash binary(32) not null comment 'SHA-256 of the parsed command',
    body varchar(2000) not null comment 'the first response, as JSON',
    primary key (scope, id)
) character set utf8mb4 collate utf8mb4_bin;
