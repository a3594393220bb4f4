alter table shift
    add key shift_day (store_id, business_date),
    add key shift_register (register_id, id),
    add key shift_still_open (store_id, closed_at, id);
