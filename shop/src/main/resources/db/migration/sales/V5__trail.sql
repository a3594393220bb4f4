create table sale_line_trail (
    order_id bigint unsigned not null,
    line_no int not null,
    step_no int not null,
    kind varchar(16) not null,
    rule varchar(64) not null,
    coupon varchar(64) null,
    amount decimal(19, 4) not null,
    primary key (order_id, line_no, step_no)
) character set utf8mb4 collate utf8mb4_bin comment 'which rule took how much, per line';

create table payment_card (
    order_id bigint unsigned not null,
    payment_no int not null,
    card uuid not null,
    digits char(4) not null,
    primary key (order_id, payment_no)
) character set utf8mb4 collate utf8mb4_bin comment 'the gift cards of payments';
