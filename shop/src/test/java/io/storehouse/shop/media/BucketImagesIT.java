package io.storehouse.shop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.engines.LocalEngine;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop whose bucket is away when it starts. */
@ShopTest
class BucketImagesIT {
    private static final String BUCKET = "bucket-of-the-shop";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static LocalEngine server;

    @LocalServerPort
    private int port;

    @Autowired
    private MediaSettings settings;

    @BeforeAll
    static void makeBucketAndKillItsServer() {
        server = S3Server.start();
        try (S3Client client = S3Clients.of(S3Server.settings(server.engine().port(), BUCKET))) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
        server.kill();
    }

    @DynamicPropertySource
    static void bucket(DynamicPropertyRegistry properties) {
        properties.add("storehouse.media.s3.bucket", () -> BUCKET);
        properties.add("storehouse.media.s3.path-style", () -> "true");
        properties.add(
                "storehouse.media.s3.endpoint",
                () -> "http://127.0.0.1:" + server.engine().port());
        properties.add("storehouse.media.s3.access-key", () -> S3Server.ACCESS_KEY);
        properties.add("storehouse.media.s3.secret-key", () -> S3Server.SECRET_KEY);
    }

    @AfterAll
    static void end() {
        server.kill();
    }

    @Test
    void sellsWithoutItsPicturesAndShowsThemWhenTheyAreBack() throws Exception {
        byte[] picture = png();
        HttpResponse<byte[]> refused = post(picture);
        assertThat(refused.statusCode()).isEqualTo(503);
        JsonNode problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.path("code").asString()).isEqualTo("pictures-unavailable");
        assertThat(problem.path("detail").asString())
                .startsWith("Cannot reach the store of pictures: it does not answer");
        assertThat(get("/api/v1/images/" + "0".repeat(64)).statusCode()).isEqualTo(503);
        sells();

        server.start();

        HttpResponse<byte[]> kept = post(picture);
        assertThat(kept.statusCode()).isEqualTo(201);
        String hash = JsonMapper.shared().readTree(kept.body()).path("hash").asString();
        assertThat(get("/api/v1/images/" + hash).body()).isEqualTo(picture);
        assertThat(get("/api/v1/images/" + hash + "/thumbnail").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/images/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        try (Stream<Path> files = Files.walk(settings.directory())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith(hash));
        }
        readsWhatWasOnDiskBefore();
    }

    private void sells() {
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        String store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        assertThat(shop.post("/api/v1/orders", ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1"))
                        .status())
                .isEqualTo(201);
    }

    private void readsWhatWasOnDiskBefore() throws IOException {
        ObjectName name = ObjectStoreContract.name();
        byte[] old = png();
        new DiskObjects(settings.directory()).put(name, old);

        assertThat(get("/api/v1/images/" + name.text()).body()).isEqualTo(old);
    }

    private HttpResponse<byte[]> post(byte[] bytes) throws IOException {
        return send(request("/api/v1/images")
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<byte[]> get(String path) throws IOException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + RealEngines.SERVICE_TOKEN);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, ThreadLocalRandom.current().nextInt(0xffffff));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
