create table till (
    store varchar(64) not null,
    code varchar(32) not null,
    token_hash binary(32) not null comment 'SHA-256 of the token',
    primary key (store, code),
    unique key till_token (token_hash)
) character set utf8mb4 collate utf8mb4_bin;
