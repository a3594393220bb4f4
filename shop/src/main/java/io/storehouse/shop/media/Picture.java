package io.storehouse.shop.media;

import io.storehouse.shop.problems.ShopException;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was read from its bytes.
 *
 * @param reduced at about twice the size of the largest thumbnail; null where the JDK cannot decode it (WebP)
 */
record Picture(
        ImageType type, int width, int height, @Nullable BufferedImage reduced) {

    /**
     * Reads the bytes.
     *
     * @param enough pixels of a side that thumbnails need
     * @throws ShopException {@code invalid-image} or {@code image-too-large}
     */
    static Picture read(byte[] bytes, long maxPixels, int enough) {
        ImageType type = ImageType.of(bytes).orElseThrow(() -> invalid("expected the bytes of a PNG, JPEG or WebP"));
        if (type == ImageType.WEBP) {
            Dimension size = WebpHeader.size(bytes).orElseThrow(() -> invalid("the WebP is not whole"));
            checkSize(size.width, size.height, maxPixels);
            return new Picture(type, size.width, size.height, null);
        }
        try {
            return decode(type, bytes, maxPixels, enough);
        } catch (ShopException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the JDK's decoders fail in many ways on bytes that someone made up
            throw invalid("the " + type + " cannot be decoded");
        }
    }

    /** The picture with sides of at most that many pixels, never enlarged; empty where the original must do. */
    Optional<byte[]> thumbnail(int side) {
        if (reduced == null) {
            return Optional.empty();
        }
        double scale = Math.min(1, (double) side / Math.max(width, height));
        int targetWidth = Math.max(1, (int) Math.round(width * scale));
        int targetHeight = Math.max(1, (int) Math.round(height * scale));
        boolean alpha = reduced.getColorModel().hasAlpha();
        BufferedImage small = new BufferedImage(
                targetWidth, targetHeight, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(reduced, 0, 0, targetWidth, targetHeight, null);
        } finally {
            graphics.dispose();
        }
        return Optional.of(encode(small, alpha ? ImageType.PNG : ImageType.JPEG));
    }

    private static Picture decode(ImageType type, byte[] bytes, long maxPixels, int enough) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.code()).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkSize(width, height, maxPixels);
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (2 * enough));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return new Picture(type, width, height, reader.read(0, parameters));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(BufferedImage image, ImageType type) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, type.code(), out)) {
                throw new IllegalStateException("The JDK writes " + type);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Failed to write to memory", e);
        }
    }

    private static void checkSize(int width, int height, long maxPixels) {
        if (width < 1 || height < 1) {
            throw invalid("it is empty");
        }
        if ((long) width * height > maxPixels) {
            throw new ShopException(
                    MediaError.IMAGE_TOO_LARGE,
                    "Cannot keep a picture of " + width + " × " + height + " pixels; at most " + maxPixels);
        }
    }

    private static ShopException invalid(String why) {
        return new ShopException(MediaError.INVALID_IMAGE, "Invalid picture: " + why);
    }
}
