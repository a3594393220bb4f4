alter table sale_return
    add key sale_return_store (store_id, id),
    add key sale_return_date (business_date);
