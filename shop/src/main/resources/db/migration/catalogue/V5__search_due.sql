create table search_due (
    id bigint unsigned not null auto_increment,
    skus mediumtext not null comment 'of products whose tokens are behind, as JSON',
    primary key (id)
) character set utf8mb4 collate utf8mb4_bin;
insert into search_due (skus) select json_array(sku) from search_pending;
drop table search_pending;
