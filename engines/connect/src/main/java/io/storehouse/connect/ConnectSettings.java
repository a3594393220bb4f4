package io.storehouse.connect;

import io.storehouse.contracts.Settings;
import java.nio.file.Path;

/**
 * What the Connect process is told.
 *
 * @param file where it was read from; the database password is read from it again, so that Connect's REST interface and
 *     topics never hold it
 * @param restPort on 127.0.0.1
 * @param incarnation of the binary log, from 1
 */
public record ConnectSettings(
        Path file, String bootstrap, String host, int port, String user, int restPort, int incarnation) {
    /** The database's host. */
    public static final String CDC_HOST = "cdc.host";
    /** The database's port. */
    public static final String CDC_PORT = "cdc.port";
    /** The user that reads the binary log. */
    public static final String CDC_USER = "cdc.user";
    /** That user's password. */
    public static final String CDC_PASSWORD = "cdc.password";
    /** The port of Connect's REST interface on this machine. */
    public static final String REST_PORT = "connect.rest-port";
    /** The incarnation of the binary log; 1 unless the database was restored to an older one. */
    public static final String INCARNATION = "connect.incarnation";

    /**
     * Reads a settings file.
     *
     * @throws IllegalArgumentException naming everything that is missing or no number
     */
    public static ConnectSettings load(Path file) {
        Settings settings = Settings.load(file);
        String bootstrap = settings.require(Settings.KAFKA_BOOTSTRAP);
        String host = settings.get(CDC_HOST, "127.0.0.1");
        String port = settings.require(CDC_PORT);
        String user = settings.get(CDC_USER, "cdc");
        settings.require(CDC_PASSWORD);
        String restPort = settings.require(REST_PORT);
        String incarnation = settings.get(INCARNATION, "1");
        settings.check();
        return new ConnectSettings(
                file.toAbsolutePath().normalize(),
                bootstrap,
                host,
                number(CDC_PORT, port),
                user,
                number(REST_PORT, restPort),
                number(INCARNATION, incarnation));
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Invalid " + name + ": '" + value + "'; expected a whole number", e);
        }
    }
}
