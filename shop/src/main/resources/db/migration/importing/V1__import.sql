create table import_job (
    seq bigint unsigned not null auto_increment comment 'jobs run in this order',
    id uuid not null,
    name varchar(255) not null comment 'of the file, as its sender calls it',
    format varchar(32) not null,
    weeks int not null comment 'by which dates are moved',
    content char(64) not null comment 'SHA-256 of the file, and its name on disk',
    state varchar(8) not null,
    created_at datetime(6) not null,
    finished_at datetime(6) null,
    rows_read int not null default 0,
    already_rows int not null default 0 comment 'of documents that were there before',
    message varchar(1000) null,
    primary key (seq),
    unique key import_job_id (id),
    key import_job_state (state)
) character set utf8mb4 collate utf8mb4_bin;

create table import_document (
    source varchar(32) not null,
    invoice varchar(32) not null,
    kind varchar(16) not null,
    document_id uuid not null,
    content_hash binary(32) not null,
    job bigint unsigned not null comment 'that posts it, or found it',
    status varchar(8) not null comment 'staged, posted, refused, present: recorded otherwise before',
    opened boolean not null comment 'whether opening receipts cover what it takes out',
    line_count int not null,
    amount decimal(19, 4) not null comment 'signed',
    primary key (source, invoice, kind),
    key import_document_job (job, status)
) character set utf8mb4 collate utf8mb4_bin;

create table import_rejection (
    job bigint unsigned not null,
    line_no int not null,
    code varchar(32) not null,
    reason varchar(500) not null,
    text varchar(1000) not null comment 'the row as read',
    store varchar(64) null,
    business_date date null,
    amount decimal(19, 4) null,
    primary key (job, line_no)
) character set utf8mb4 collate utf8mb4_bin;
