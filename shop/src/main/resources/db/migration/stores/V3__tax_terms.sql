alter table store
    add column prices_include_tax boolean not null default true,
    add column tax_rounding varchar(8) not null default 'line' comment 'line or receipt';
