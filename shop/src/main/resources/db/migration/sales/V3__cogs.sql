alter table sale_line add column cogs decimal(19, 4) null comment 'what the goods cost; null for services and where it is not known';
