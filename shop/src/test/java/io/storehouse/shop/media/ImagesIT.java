package io.storehouse.shop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class ImagesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private MediaSettings settings;

    private ShopHttp shop;

    @BeforeEach
    void shop() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void servesAPictureAndItsThumbnailForEver(String format) throws Exception {
        byte[] bytes = picture(format, 800, 400);

        HttpResponse<byte[]> kept = post(bytes);

        assertThat(kept.statusCode()).isEqualTo(201);
        JsonNode image = JsonMapper.shared().readTree(kept.body());
        assertThat(image.path("type").asString()).isEqualTo(format);
        assertThat(image.path("width").asInt()).isEqualTo(800);
        String address = "/api/v1/images/" + image.path("hash").asString();
        HttpResponse<byte[]> served = get(address);
        assertThat(served.body()).isEqualTo(bytes);
        assertThat(served.headers().firstValue("Content-Type")).contains("image/" + format);
        assertThat(served.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
        assertThat(served.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(served.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        String tag = served.headers().firstValue("ETag").orElse("");
        HttpResponse<byte[]> unchanged = get(address, "If-None-Match", tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(get(address + "/thumbnail?side=96").body()));
        assertThat(small.getWidth()).isEqualTo(96);
        assertThat(small.getHeight()).isEqualTo(48);
    }

    @Test
    void keepsTheSameBytesOnceHoweverManySendThem() throws IOException {
        byte[] bytes = picture("png", 40, 40);

        List<String> hashes = AtOnce.run(
                8,
                i -> JsonMapper.shared()
                        .readTree(post(bytes).body())
                        .path("hash")
                        .asString());

        assertThat(hashes).hasSize(8).containsOnly(hashes.get(0));
        try (Stream<Path> files = Files.walk(settings.directory())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith(hashes.get(0)) || name.endsWith(".part")))
                    .containsExactlyInAnyOrder(hashes.get(0), hashes.get(0) + "-96", hashes.get(0) + "-320");
        }
    }

    @Test
    void takesAWebpByItsHeader() {
        byte[] webp = webp(640, 480);

        JsonNode image = JsonMapper.shared().readTree(post(webp).body());

        assertThat(image.path("type").asString()).isEqualTo("webp");
        assertThat(image.path("width").asInt()).isEqualTo(640);
        assertThat(image.path("height").asInt()).isEqualTo(480);
        assertThat(get("/api/v1/images/" + image.path("hash").asString() + "/thumbnail")
                        .body())
                .isEqualTo(webp);
        assertThat(code(post(Arrays.copyOf(webp, webp.length - 1)))).isEqualTo("invalid-image");
        assertThat(code(post(webp(16383, 16383)))).isEqualTo("image-too-large");
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        byte[] png = picture("png", 64, 64);

        assertThat(code(post("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("invalid-image");
        assertThat(code(post("<html>".getBytes(StandardCharsets.UTF_8)))).isEqualTo("invalid-image");
        assertThat(code(post("GIF89a".getBytes(StandardCharsets.UTF_8)))).isEqualTo("invalid-image");
        assertThat(code(post(Arrays.copyOf(png, 20)))).isEqualTo("invalid-image");
        assertThat(code(post(new byte[6 * 1024 * 1024]))).isEqualTo("image-too-large");
    }

    @Test
    void refusesAPictureThatUnpacksToTooMuch() throws IOException {
        byte[] png = picture("png", 8, 8);
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);

        assertThat(code(post(png))).isEqualTo("image-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc%2fpasswd", "%2e%2e", "ABC", "0"})
    void leadsNowhereElse(String name) {
        assertThat(get("/api/v1/images/" + name).statusCode()).isIn(400, 404);
        assertThat(get("/api/v1/images/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    @Test
    void showsPicturesOfAProductInTheirOrder() throws IOException {
        String sku = "SKU-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        shop.goods(sku);
        String first = hash(picture("png", 10, 10));
        String second = hash(picture("png", 12, 12));

        shop.put("/api/v1/products/" + sku + "/images", Map.of("images", List.of(second, first)));

        assertThat(shop.get("/api/v1/products/" + sku + "/images").body().findValuesAsString("hash"))
                .containsExactly(second, first);
        assertThat(shop.put("/api/v1/products/" + sku + "/images", Map.of("images", List.of("0".repeat(64))))
                        .code())
                .isEqualTo("unknown-image");
        assertThat(shop.put("/api/v1/products/NONE-" + sku + "/images", Map.of("images", List.of()))
                        .code())
                .isEqualTo("unknown-sku");
    }

    private String hash(byte[] bytes) {
        return JsonMapper.shared().readTree(post(bytes).body()).path("hash").asString();
    }

    private static String code(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("code").asString();
    }

    private HttpResponse<byte[]> post(byte[] bytes) {
        return send(request("/api/v1/images")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + RealEngines.SERVICE_TOKEN);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(ThreadLocalRandom.current().nextInt(0xffffff)));
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A lossless WebP's container and header; what follows is noise that the shop does not read. */
    private static byte[] webp(int width, int height) {
        byte[] bytes = new byte[40];
        ThreadLocalRandom.current().nextBytes(bytes);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(bytes.length - 8);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(bytes.length - 20);
        file.put((byte) 0x2f).putInt(width - 1 | height - 1 << 14);
        return bytes;
    }
}
