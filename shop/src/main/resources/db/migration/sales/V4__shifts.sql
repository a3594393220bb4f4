alter table sale_order
    add column shift_id bigint unsigned null comment 'of the register that sold it',
    add column cash_step decimal(19, 4) null comment 'to which its cash was rounded',
    add key sale_order_shift (shift_id, id);

alter table sale_return
    add column shift_id bigint unsigned null comment 'of the register that took it back',
    add key sale_return_shift (shift_id, id);

alter table payment add column tendered decimal(19, 4) null comment 'cash handed over; the rest of it is change';

create table order_void (
    order_id bigint unsigned not null,
    return_uuid uuid not null comment 'the return of all of it',
    reason varchar(255) not null,
    approved_by varchar(64) not null,
    voided_at datetime(6) not null,
    primary key (order_id),
    unique key order_void_return (return_uuid)
) character set utf8mb4 collate utf8mb4_bin;

create table sale_exchange (
    uuid uuid not null comment 'made by the client',
    return_uuid uuid not null,
    order_uuid uuid not null,
    primary key (uuid),
    unique key sale_exchange_return (return_uuid),
    unique key sale_exchange_order (order_uuid)
) character set utf8mb4 collate utf8mb4_bin;
