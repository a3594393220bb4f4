alter table flash_sale
    add key flash_sale_start (starts_at),
    add key flash_sale_states (state, id),
    add key flash_sale_store_start (store_id, starts_at),
    add key flash_sale_store_state (store_id, state, id);
