create table store (
    id smallint unsigned not null auto_increment,
    code varchar(64) not null,
    name varchar(128) not null,
    time_zone varchar(64) not null,
    currency char(3) not null,
    day_start time not null,
    primary key (id),
    unique key store_code (code)
) character set utf8mb4 collate utf8mb4_bin;
