alter table sale_order add key sale_order_customer (customer, business_date);
alter table sale_return add key sale_return_customer (customer, business_date);
