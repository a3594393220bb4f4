package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ErrorCode;

enum CatalogueError implements ErrorCode {
    UNKNOWN_SKU(Kind.INVALID, "A SKU is not listed"),
    PRODUCT_NOT_FOUND(Kind.MISSING, "There is no such product"),
    BARCODE_TAKEN(Kind.CONFLICT, "The bar code belongs to another product"),
    BARCODE_NOT_FOUND(Kind.MISSING, "No product has this bar code"),
    INVALID_BARCODE(Kind.INVALID, "The bar code is not what its length says"),
    GOODS_FIXED(Kind.CONFLICT, "A product cannot change between goods and service"),
    UNIT_FIXED(Kind.CONFLICT, "A product's unit cannot change once it is said"),
    UNKNOWN_UNIT(Kind.INVALID, "The unit is not known"),
    PRODUCT_DELISTED(Kind.CONFLICT, "A product is delisted"),
    INVALID_PRODUCT(Kind.INVALID, "The product's definition breaks a rule"),
    UNKNOWN_CATEGORY(Kind.INVALID, "The category is not known"),
    CATEGORY_NOT_FOUND(Kind.MISSING, "There is no such category"),
    CATEGORY_CYCLE(Kind.CONFLICT, "A category cannot lie below itself"),
    CATEGORY_TOO_DEEP(Kind.INVALID, "The tree of categories has at most 10 levels"),
    UNKNOWN_TAX_CLASS(Kind.INVALID, "The tax class is not known"),
    TAX_CLASS_NOT_FOUND(Kind.MISSING, "There is no such tax class"),
    TAX_RATE_FIXED(Kind.CONFLICT, "A tax rate that has begun stays as it is"),
    SPU_NOT_FOUND(Kind.MISSING, "There is no such product with variants"),
    CLASSIFIED_BY_SPU(Kind.CONFLICT, "A variant is classified by its SPU"),
    AXES_FIXED(Kind.CONFLICT, "The attributes of an SPU with variants stay as they are"),
    VARIANT_TAKEN(Kind.CONFLICT, "Another SKU is this variant"),
    INVALID_VARIANT(Kind.INVALID, "A variant has one value for each attribute of its SPU");

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
