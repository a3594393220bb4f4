alter table gift_card
    add column spent boolean as (balance = 0) stored,
    add key gift_card_time (issued_at),
    add key gift_card_spent (spent, id),
    add key gift_card_store (store_id, id),
    add key gift_card_store_spent (store_id, spent, id),
    add key gift_card_store_time (store_id, issued_at);
