alter table purchase_order
    add key purchase_order_time (store_id, created_at),
    add key purchase_order_supplier (store_id, supplier, id);
