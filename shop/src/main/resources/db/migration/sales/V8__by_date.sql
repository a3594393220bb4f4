alter table sale_order add key sale_order_date (business_date);
