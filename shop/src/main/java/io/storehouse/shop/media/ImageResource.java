package io.storehouse.shop.media;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ImageResource {
    private final Images images;
    private final ShownImages shown;

    ImageResource(Images images, ShownImages shown) {
        this.images = images;
        this.shown = shown;
    }

    /** Keeps a picture; the body is its bytes. Its hash is its address, so the same bytes are kept once. */
    @PostMapping(
            path = "/images",
            consumes = {"image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    Images.Image keep(@RequestBody byte[] body) {
        return images.keep(body);
    }

    @GetMapping("/images/{hash}")
    ResponseEntity<byte[]> original(@PathVariable String hash) {
        return answer(hash, images.bytes(hash).orElseThrow(() -> missing(hash)), hash);
    }

    /** The picture with sides of at most 96 or 320 pixels, as PNG or JPEG; a WebP as it is. */
    @GetMapping("/images/{hash}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String hash, @RequestParam(defaultValue = "320") int side) {
        if (!Images.SIDES.contains(side)) {
            throw new ShopException(
                    MediaError.INVALID_IMAGE, "Invalid side: " + side + "; expected one of " + Images.SIDES);
        }
        byte[] small = images.thumbnail(hash, side).orElseThrow(() -> missing(hash));
        return answer(hash, small, hash + "-" + side);
    }

    /** Makes these the pictures of the product, in their order. */
    @PutMapping("/products/{sku}/images")
    List<Images.Image> show(@PathVariable String sku, @Valid @RequestBody Body body) {
        return shown.show(sku.toUpperCase(Locale.ROOT), body.images());
    }

    @GetMapping("/products/{sku}/images")
    List<Images.Image> shown(@PathVariable String sku) {
        return shown.shown(sku.toUpperCase(Locale.ROOT));
    }

    /** Under a hash there is one picture for ever; a browser shows it and runs nothing. */
    private static ResponseEntity<byte[]> answer(String hash, byte[] bytes, String tag) {
        ImageType type = ImageType.of(bytes).orElseThrow(() -> missing(hash));
        return ResponseEntity.ok()
                .contentType(type.mediaType())
                .eTag("\"" + tag + "\"")
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .header("Content-Disposition", "inline; filename=\"" + hash + "." + type.code() + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }

    private static ShopException missing(String hash) {
        return new ShopException(MediaError.IMAGE_NOT_FOUND, "There is no picture " + hash);
    }

    record Body(@NotNull @Size(max = 50) List<@NotNull String> images) {}
}
