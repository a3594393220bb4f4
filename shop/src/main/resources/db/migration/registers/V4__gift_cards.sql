alter table shift
    add column gift_cards decimal(19, 4) not null default 0 comment 'what gift cards were sold for, less those taken back; in no other sum of sales';
