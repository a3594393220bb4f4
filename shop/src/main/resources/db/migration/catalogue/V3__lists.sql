alter table product
    add column listed boolean as (delisted_at is null) stored,
    add key product_tax_class (tax_class, sku),
    add key product_listed (listed, sku);
