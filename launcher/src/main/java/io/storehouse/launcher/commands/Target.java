package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.Home;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: which installation is meant. */
final class Target {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where data lies (default: $${XDG_DATA_HOME:-~/.local/share}/storehouse).")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to every port, to run beside another (default: 0; afterwards that of the last start).")
    private @Nullable Integer portOffset;

    /** The installation to start: the offset is as given. */
    Installation toStart() {
        return Installation.of(Home.current(), data(), new Ports(portOffset == null ? 0 : portOffset));
    }

    /** The installation that exists: its offset is that of its last start. */
    Installation existing() {
        DataDirectory data = data().require();
        Ports ports = portOffset == null ? Ports.lastUsed(data) : new Ports(portOffset);
        return Installation.of(Home.current(), data, ports);
    }

    /** The installation, whether it exists or not. */
    Installation any() {
        return data().exists() ? existing() : toStart();
    }

    private DataDirectory data() {
        return new DataDirectory(dataDirectory == null ? DataDirectory.defaultPath() : dataDirectory);
    }
}
