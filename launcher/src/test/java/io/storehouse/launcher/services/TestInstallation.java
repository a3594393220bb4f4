package io.storehouse.launcher.services;

import io.storehouse.engines.StorehouseHome;
import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.Home;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Ports;
import io.storehouse.launcher.process.PortOwner;
import io.storehouse.launcher.supervision.Service;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** An installation for tests: the real services, on ports that are free. */
public final class TestInstallation {
    private TestInstallation() {}

    /** One in that directory, which may be new. */
    public static Installation in(Path directory) {
        DataDirectory data = new DataDirectory(directory).create();
        Ports ports = Ports.lastUsed(data);
        if (ports.offset() == 0) {
            ports = freePorts();
            ports.remember(data);
        }
        return Installation.of(new Home(StorehouseHome.find()), data, ports);
    }

    /** The definitions of database and live view. */
    public static List<Service> databaseAndRedis(Installation installation) {
        ProcessSettings settings =
                new ProcessSettings(installation.data(), installation.ports(), installation.secrets());
        return new Services(installation.home(), installation.data(), installation.ports(), settings, Clock.systemUTC())
                .define(Set.of(Services.MARIADB, Services.REDIS));
    }

    private static Ports freePorts() {
        Random random = new Random();
        return Stream.generate(() -> new Ports(20_000 + random.nextInt(20_000)))
                .filter(ports -> ports.all().values().stream().allMatch(PortOwner::isFree))
                .findFirst()
                .orElseThrow();
    }
}
