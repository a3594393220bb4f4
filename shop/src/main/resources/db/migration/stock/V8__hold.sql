alter table stock_reservation
    modify column state varchar(16) not null comment 'open, released, expired, consumed; held: kept by a feature, passed on in parts',
    add column hold_id bigint unsigned null comment 'the one it is a part of; who keeps that ends this';
