alter table sale_order
    add column shift_id bigint unsigned null comment 'of the register that sold it',
    add column cash_step decimal(19, 4) null comment 'to which its cash was rounded',
    add key sale_order_shift (shift_id, id);

alter table sale_return
    add column shift_id bigint unsigned null comment 'of the register that took it back',
    add key sale_return_shift (shift_id, id);

alter table payment add column tendered decimal(19, 4) null comment 'cash handed over; the rest of it is change';
