alter table sale_order add key sale_order_store (store_id, id);
alter table sale_return add key sale_return_order (order_id);
