create table customer (
    code varchar(64) not null,
    primary key (code)
) character set utf8mb4 collate utf8mb4_bin;
