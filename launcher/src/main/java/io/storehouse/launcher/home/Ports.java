package io.storehouse.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The loopback ports of one installation: fixed numbers plus an offset. */
public record Ports(int offset) {
    private static final String FILE = "port-offset";

    /** Rejects an offset that leads out of the range of ports. */
    public Ports {
        if (offset < 0 || offset > 40_000) {
            throw Problem.usage("Invalid port offset: " + offset + "; expected 0 to 40000");
        }
    }

    /** The offset of the last start on this data directory, or 0. */
    public static Ports lastUsed(DataDirectory data) {
        Path file = data.at("run", FILE);
        try {
            return new Ports(
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0);
        } catch (IOException | NumberFormatException e) {
            throw Problem.failed("Cannot read " + file + ": " + e.getMessage(), "delete it");
        }
    }

    /** Remembers the offset for the commands that follow. */
    public void remember(DataDirectory data) {
        OwnerOnly.write(data.at("run", FILE), offset + "\n");
    }

    /** The shop: pages and API. */
    public int shop() {
        return 8080 + offset;
    }

    /** MariaDB. */
    public int mariadb() {
        return 13306 + offset;
    }

    /** Redis. */
    public int redis() {
        return 16379 + offset;
    }

    /** The Kafka broker. */
    public int kafka() {
        return 19092 + offset;
    }

    /** The Kafka controller. */
    public int kafkaController() {
        return 19093 + offset;
    }

    /** Kafka Connect's REST. */
    public int connect() {
        return 18083 + offset;
    }

    /** Flink's REST and pages. */
    public int flink() {
        return 18081 + offset;
    }

    /** The replica of MariaDB. */
    public int replica() {
        return 13307 + offset;
    }

    /** Every port by the service that always listens on it. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("mariadb", mariadb());
        all.put("redis", redis());
        all.put("kafka", kafka());
        all.put("kafka controller", kafkaController());
        all.put("connect", connect());
        all.put("flink", flink());
        all.put("shop", shop());
        return all;
    }
}
