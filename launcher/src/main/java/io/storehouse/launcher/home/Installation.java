package io.storehouse.launcher.home;

import java.security.SecureRandom;

/** One data directory with its ports and secrets, and the programs that work on it. */
public record Installation(Home home, DataDirectory data, Ports ports, Secrets secrets) {
    /** An installation whose secrets are in its data directory. */
    public static Installation of(Home home, DataDirectory data, Ports ports) {
        return new Installation(home, data, ports, new Secrets(data.at("secrets"), new SecureRandom()));
    }

    /** The options by which a next command means the same installation. */
    public String options() {
        String directory = data.path().equals(DataDirectory.defaultPath()) ? "" : " --data-dir " + data.path();
        return directory + (ports.offset() == 0 ? "" : " --port-offset " + ports.offset());
    }
}
