package io.storehouse.launcher.services;

import io.storehouse.contracts.Settings;
import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.OwnerOnly;
import io.storehouse.launcher.home.Ports;
import io.storehouse.launcher.home.Secrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of each process: every one gets what it needs and no more. */
public final class ProcessSettings {
    /** The user of the replica as which the shop reads it. */
    static final String REPLICA_READER = "replica-reader";

    private static final String SHOP_PASSWORD = "shop.password";
    private static final String LAKE_PASSWORD = "lake.password";
    private static final String CDC_PASSWORD = "cdc.password";
    private static final String MONITOR_PASSWORD = "monitor.password";
    private static final String REDIS_PASSWORD = "redis.password";

    private final DataDirectory data;
    private final Ports ports;
    private final Secrets secrets;

    /** The settings of one installation. */
    public ProcessSettings(DataDirectory data, Ports ports, Secrets secrets) {
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** Writes the settings of what runs on demand; they last until ports change. */
    public void writeOnDemand() {
        write("warehouse", lake());
        Map<String, String> reports = lake();
        reports.putAll(shopClient());
        write("reports", reports);
        write("tills", shopClient());
    }

    Path writeShop() {
        Map<String, String> shop = new LinkedHashMap<>();
        shop.put("server.address", "127.0.0.1");
        shop.put("server.port", Integer.toString(ports.shop()));
        shop.put("spring.datasource.url", jdbc("shop"));
        shop.put("spring.datasource.username", "shop");
        shop.put("spring.datasource.password", secrets.get(SHOP_PASSWORD));
        shop.put("spring.data.redis.host", "127.0.0.1");
        shop.put("spring.data.redis.port", Integer.toString(ports.redis()));
        shop.put("spring.data.redis.password", redisPassword());
        shop.put("spring.kafka.bootstrap-servers", kafka());
        shop.put("storehouse.access.owner-password", secrets.get(Secrets.OWNER));
        shop.put("storehouse.access.service-token", secrets.get(Secrets.SERVICE));
        shop.put("storehouse.importing.directory", data.at("imports").toString());
        shop.put("storehouse.media.directory", data.at("media").toString());
        shop.put(
                "storehouse.notifying.sms-file",
                data.at("notifications", "sms.jsonl").toString());
        // without the replica's address they mean nothing
        shop.put("storehouse.replica.username", "reader");
        shop.put("storehouse.replica.password", databasePassword(REPLICA_READER));
        return write("shop", shop);
    }

    /** What tells the shop that there is a replica; no secrets. */
    Map<String, String> replicaOfShop() {
        return Map.of("storehouse.replica.url", "jdbc:mariadb://127.0.0.1:" + ports.replica() + "/shop");
    }

    Path writeFlink() {
        Map<String, String> flink = lake();
        flink.put(Settings.KAFKA_BOOTSTRAP, kafka());
        flink.put(Settings.REDIS_URI, "redis://default:" + redisPassword() + "@127.0.0.1:" + ports.redis() + "/0");
        flink.put(
                Settings.FLINK_CHECKPOINTS,
                data.at("flink", "checkpoints").toUri().toString());
        flink.put(Settings.FLINK_REST_PORT, Integer.toString(ports.flink()));
        flink.put(Settings.ARCHIVE_INTERVAL, "PT10S");
        return write("flink", flink);
    }

    Path writeConnect() {
        Map<String, String> connect = new LinkedHashMap<>();
        connect.put(Settings.KAFKA_BOOTSTRAP, kafka());
        connect.put("connect.rest-port", Integer.toString(ports.connect()));
        connect.put("cdc.host", "127.0.0.1");
        connect.put("cdc.port", Integer.toString(ports.mariadb()));
        connect.put("cdc.user", "cdc");
        connect.put("cdc.password", secrets.get(CDC_PASSWORD));
        return write("connect", connect);
    }

    String redisPassword() {
        return secrets.get(REDIS_PASSWORD);
    }

    String databasePassword(String user) {
        return secrets.get(user + ".password");
    }

    String monitorPassword() {
        return secrets.get(MONITOR_PASSWORD);
    }

    private Map<String, String> lake() {
        Map<String, String> lake = new LinkedHashMap<>();
        lake.put(Settings.LAKE_CATALOG_URI, jdbc("iceberg"));
        lake.put(Settings.LAKE_CATALOG_USER, "lake");
        lake.put(Settings.LAKE_CATALOG_PASSWORD, secrets.get(LAKE_PASSWORD));
        lake.put(Settings.LAKE_LOCATION, "file://" + data.at("lake"));
        return lake;
    }

    private Map<String, String> shopClient() {
        secrets.get(Secrets.SERVICE);
        Map<String, String> client = new LinkedHashMap<>();
        client.put(Settings.SHOP_URL, "http://127.0.0.1:" + ports.shop());
        client.put(Settings.SHOP_TOKEN_FILE, secrets.file(Secrets.SERVICE).toString());
        return client;
    }

    private String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    private String jdbc(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + ports.mariadb() + "/" + schema;
    }

    private Path write(String process, Map<String, String> values) {
        Path file = data.settings(process);
        OwnerOnly.writeProperties(file, values);
        return file;
    }
}
