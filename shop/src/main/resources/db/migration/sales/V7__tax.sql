alter table sale_order
    add column tax decimal(19, 4) not null default 0 comment 'of all lines',
    add column tax_added decimal(19, 4) not null default 0 comment 'what of it comes on top of lines_total',
    add column staff varchar(64) null comment 'who sold it; null where nobody had logged in';

alter table sale_line
    add column tax_percent decimal(7, 4) null comment 'null where nothing is taxed',
    add column tax decimal(19, 4) not null default 0;

alter table sale_return
    add column tax decimal(19, 4) not null default 0 comment 'of all lines',
    add column tax_added decimal(19, 4) not null default 0 comment 'what of it comes on top of lines_total',
    add column staff varchar(64) null comment 'who took it back; null where nobody had logged in';

alter table return_line
    add column tax_percent decimal(7, 4) null comment 'null where nothing is taxed',
    add column tax decimal(19, 4) not null default 0;
