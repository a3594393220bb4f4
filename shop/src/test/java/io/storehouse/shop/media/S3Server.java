package io.storehouse.shop.media;

import io.storehouse.engines.Engine;
import io.storehouse.engines.LocalEngine;
import io.storehouse.engines.LocalEngines;
import io.storehouse.engines.StorehouseHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An S3 server in a process of its own, which checks signatures and keeps objects in its directory. */
final class S3Server implements Engine {
    static final String ACCESS_KEY = "access-key-of-tests";
    static final String SECRET_KEY = "secret-key-of-tests";

    private final String classPath;
    private final Path directory;
    private final int port;

    private S3Server(String classPath, Path directory, int port) {
        this.classPath = classPath;
        this.directory = directory;
        this.port = port;
    }

    /** Starts one that ends with this JVM; the module {@code engines/s3proxy} must be built. */
    static LocalEngine start() {
        try {
            LocalEngines engines = LocalEngines.inTemporary("storehouse-s3-it");
            String classPath = StorehouseHome.classPath(StorehouseHome.find(), "engines/s3proxy");
            return engines.start(new S3Server(classPath, engines.newDirectory(), engines.freePort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of a client of that port, which gives up soon. */
    static S3Settings settings(int port, String bucket) {
        return new S3Settings(
                bucket,
                null,
                URI.create("http://127.0.0.1:" + port),
                true,
                "pictures",
                ACCESS_KEY,
                SECRET_KEY,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                8);
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        port, ACCESS_KEY, SECRET_KEY, directory.resolve("data")));
    }

    @Override
    public List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.gaul.s3proxy.Main",
                "--properties",
                directory.resolve("s3proxy.properties").toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> markers() {
        return List.of(directory.resolve("s3proxy.properties").toString());
    }

    /** Asks without a signature, which is refused. */
    @Override
    public boolean answers(Duration within) {
        try {
            HttpURLConnection question = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            question.setConnectTimeout((int) within.toMillis());
            question.setReadTimeout((int) within.toMillis());
            return question.getResponseCode() == HttpURLConnection.HTTP_FORBIDDEN;
        } catch (IOException e) {
            return false;
        }
    }
}
