alter table transfer
    modify column state varchar(16) not null,
    add column started_by varchar(64) not null default '';

alter table transfer_problem
    add column value varchar(255) not null default '' comment 'what stands in the cell; empty where that may be personal';
