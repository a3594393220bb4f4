package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.running.Detached;
import io.storehouse.launcher.running.House;
import io.storehouse.launcher.running.StopSignals;
import io.storehouse.launcher.running.Urls;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.terminal.Console;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and keeps it running until Ctrl-C. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Start everything; Ctrl-C stops it, data stays.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Option(names = "--detach", description = "Return when everything works; ./storehouse down stops it.")
    private boolean detach;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "shop: the store system alone; live: with the stream (everything that always runs).")
    private @Nullable Part only;

    @Option(
            names = "--replica",
            description =
                    "Also start a replica of the database, which serves reads, and goes on when the other is away.")
    private boolean replica;

    /** What can run without the rest. */
    enum Part {
        /** The store system. */
        shop,
        /** The store system and the stream. */
        live
    }

    private final Console console;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Installation installation = target.toStart();
        installation.data().create();
        if (detach) {
            return startDetached(installation);
        }
        Optional<House> house = House.open(installation, services(installation), console);
        if (house.isEmpty()) {
            return AlreadyRunning.say(installation, console);
        }
        run(installation, house.get());
        return 0;
    }

    private void run(Installation installation, House house) {
        House.introduceOwner(installation, console);
        StopSignals.handle(house, console, () -> 0);
        house.start();
        if (!house.stopping()) {
            console.line("");
            console.table(Urls.of(installation.ports()));
            console.line("");
            console.line("Ctrl-C stops everything; data stays in "
                    + installation.data().path());
        }
        house.awaitStop();
        StopSignals.awaitExit();
    }

    private int startDetached(Installation installation) {
        if (AlreadyRunning.check(installation)) {
            return AlreadyRunning.say(installation, console);
        }
        House.introduceOwner(installation, console);
        List<String> options = new ArrayList<>(only == null ? List.of() : List.of("--only", only.name()));
        if (replica) {
            options.add("--replica");
        }
        new Detached(installation, console).start(options);
        console.line("");
        console.table(Urls.of(installation.ports()));
        console.line("");
        console.line("./storehouse down" + installation.options() + " stops it.");
        return 0;
    }

    private Set<String> services(Installation installation) {
        Set<String> services = new HashSet<>(always(installation));
        if (replica) {
            services.add(Services.REPLICA);
        }
        return services;
    }

    private Set<String> always(Installation installation) {
        if (only != Part.shop) {
            return Set.copyOf(Services.ALL);
        }
        return Services.connectorKnown(installation.data())
                ? Set.of(Services.MARIADB, Services.REDIS, Services.SHOP)
                // the tills open only when the connector cannot miss anything any more
                : Set.of(Services.MARIADB, Services.REDIS, Services.KAFKA, Services.CONNECT, Services.SHOP);
    }
}
