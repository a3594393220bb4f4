alter table shift
    add column tax_added decimal(19, 4) not null default 0 comment 'that came on top of its sales, less that of its returns';
