create table loyalty_programme (
    version int not null auto_increment,
    currency char(3) not null,
    points_per_unit decimal(9, 4) not null,
    point_value decimal(19, 4) not null,
    expiry_months int null comment 'null: points stay for ever',
    tier_months int not null,
    valid_from date not null,
    recorded_at datetime(6) not null,
    primary key (version)
) character set utf8mb4 collate utf8mb4_bin comment 'the newest version counts';

create table loyalty_tier (
    programme int not null,
    code varchar(32) not null,
    threshold decimal(19, 4) not null,
    multiplier decimal(9, 4) not null,
    primary key (programme, threshold),
    unique key loyalty_tier_code (programme, code)
) character set utf8mb4 collate utf8mb4_bin;

create table points_account (
    customer varchar(64) not null,
    balance bigint not null default 0 comment 'below 0 is a debt',
    version bigint unsigned not null default 0 comment 'of the newest move',
    next_expiry date not null default '9999-12-31' comment 'not after the first date on which points expire',
    closed boolean not null default false comment 'merged into another',
    member_since date not null,
    tier varchar(32) null,
    tier_until date null comment 'the last date of the tier',
    tier_version int unsigned not null default 0 comment 'of the newest change',
    primary key (customer),
    key points_account_expiry (next_expiry, customer)
) character set utf8mb4 collate utf8mb4_bin;

create table points_move (
    customer varchar(64) not null,
    version bigint unsigned not null comment 'gap-free, from 1, in commit order',
    kind varchar(16) not null,
    document uuid not null,
    part int not null comment 'from 0, where a document makes several of a kind',
    origin uuid null comment 'of a claw-back: the order',
    points bigint not null,
    balance bigint not null comment 'after this move',
    amount decimal(19, 4) null comment 'the money that the points come of',
    expires_on date null,
    store varchar(64) null,
    business_date date not null,
    occurred_at datetime(6) not null,
    recorded_at datetime(6) not null,
    primary key (customer, version),
    unique key points_move_once (document, kind, part),
    key points_move_origin (origin)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';

create table tier_change (
    customer varchar(64) not null,
    version int unsigned not null comment 'gap-free, from 1',
    tier_before varchar(32) null,
    tier varchar(32) null,
    tier_until date null,
    spend decimal(19, 4) null comment 'of the months that decided',
    reason varchar(16) not null,
    business_date date not null,
    recorded_at datetime(6) not null,
    primary key (customer, version)
) character set utf8mb4 collate utf8mb4_bin comment 'append-only';
