package io.storehouse.shop.flashsale;

import io.storehouse.shop.problems.ErrorCode;

/** What can be wrong with flash sales and claims. */
enum FlashSaleError implements ErrorCode {
    INVALID_FLASH_SALE(Kind.INVALID, "The flash sale breaks a rule"),
    FLASH_SALE_NOT_FOUND(Kind.MISSING, "There is no such flash sale"),
    FLASH_SALE_FIXED(Kind.CONFLICT, "The flash sale cannot be changed any more"),
    FLASH_SALE_NOT_OPEN(Kind.CONFLICT, "The flash sale has not begun"),
    FLASH_SALE_OVER(Kind.CONFLICT, "The flash sale is over"),
    FLASH_SALE_SOLD_OUT(Kind.CONFLICT, "The flash sale has no units left"),
    FLASH_SALE_ALREADY_CLAIMED(Kind.CONFLICT, "This buyer has claimed a unit"),
    /** Redis lost the sale, or does not know it yet. */
    FLASH_SALE_PREPARING(Kind.EXTERNAL, "The flash sale is being prepared"),
    /** Redis or Kafka does not answer. */
    FLASH_SALE_AWAY(Kind.EXTERNAL, "Claims cannot be taken now"),
    FLASH_SALE_BUSY(Kind.LIMIT, "Too many claims at once"),
    FLASH_CLAIM_NOT_FOUND(Kind.MISSING, "There is no such claim"),
    FLASH_CLAIM_CONFLICT(Kind.CONFLICT, "This id stands for another claim"),
    FLASH_CLAIM_NOT_PAYABLE(Kind.CONFLICT, "The claim cannot be paid by this order");

    private final Kind kind;
    private final String title;

    FlashSaleError(Kind kind, String title) {
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
