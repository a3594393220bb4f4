package io.storehouse.contracts.events;

import java.util.List;

/**
 * A product shows other pictures.
 *
 * @param sku the product's natural key, upper case
 * @param images all of them, in their order; empty where it shows none any more
 */
public record ProductImagesChanged(String sku, List<Image> images) {

    /** Copies the list. */
    public ProductImagesChanged {
        images = List.copyOf(images);
    }

    /**
     * A picture.
     *
     * @param hash SHA-256 of its bytes, which is its address
     * @param type {@code png}, {@code jpeg} or {@code webp}
     * @param width in pixels
     * @param height in pixels
     */
    public record Image(String hash, String type, int width, int height) {}
}
