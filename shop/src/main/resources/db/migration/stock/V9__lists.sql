alter table stock_transfer
    add key stock_transfer_source_day (source_id, business_date),
    add key stock_transfer_source_state (source_id, state, id),
    add key stock_transfer_destination_day (destination_id, business_date),
    add key stock_transfer_destination_state (destination_id, state, id);

alter table stock_count
    add key stock_count_day (store_id, business_date),
    add key stock_count_state (store_id, state, id);

alter table stock_reservation
    add key stock_reservation_day (store_id, business_date),
    add key stock_reservation_state (store_id, state, id);
