alter table import_job
    add column starts int not null default 0 comment 'of its run since it last made progress' after already_rows;
