package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ErrorCode;

enum CatalogueError implements ErrorCode {
    UNKNOWN_SKU(Kind.INVALID, "A SKU is not listed"),
    PRODUCT_NOT_FOUND(Kind.MISSING, "There is no such product"),
    BARCODE_TAKEN(Kind.CONFLICT, "The bar code belongs to another product"),
    GOODS_FIXED(Kind.CONFLICT, "A product cannot change between goods and service"),
    INVALID_PRODUCT(Kind.INVALID, "The product's definition breaks a rule");

    private final Kind kind;
    private final String title;

    CatalogueError(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
