alter table sale_order
    add column gift_cards decimal(19, 4) not null default 0 comment 'what of lines_total gift cards were sold for: money owed, no sale',
    add column trades boolean not null default true comment 'false where all its lines sell gift cards';

alter table sale_line add column gift_card boolean not null default false comment 'whether it sells one';

alter table sale_return
    add column gift_cards decimal(19, 4) not null default 0 comment 'what of lines_total is for gift cards that came back',
    add column trades boolean not null default true comment 'false where all its lines take gift cards back';

alter table return_line add column gift_card boolean not null default false comment 'whether it takes one back';
