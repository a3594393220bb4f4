create table price_file_lock (
    id tinyint unsigned not null,
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin comment 'its one row is locked by whoever compares rows of a file with the lists';
insert into price_file_lock (id) values (1);
