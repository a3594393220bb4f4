-- A cart may hold anything, so it does not stay for good.
alter table held_sale
    add column forgotten_at datetime(6) null comment 'since when the cart and the label are gone',
    drop key held_sale_store,
    add key held_sale_store (store_id, recalled_at, forgotten_at, id),
    add key held_sale_forgotten (forgotten_at, id);

update idempotency set body = json_remove(body, '$.label') where scope = 'hold';
