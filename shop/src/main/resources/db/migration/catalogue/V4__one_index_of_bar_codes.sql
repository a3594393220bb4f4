-- product_barcode, which has all bar codes, sees to it that each belongs to one product
alter table product drop key product_barcode;
