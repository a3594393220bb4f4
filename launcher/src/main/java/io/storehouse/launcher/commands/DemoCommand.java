package io.storehouse.launcher.commands;

import io.storehouse.launcher.demo.Demo;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.running.House;
import io.storehouse.launcher.running.StopSignals;
import io.storehouse.launcher.running.Urls;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.terminal.Console;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows everything on the sample. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Start everything, import the sample but its last day, replay that day as tills would, "
                    + "build the warehouse, write a report and reconcile.",
            "Run again on the same data, it goes on where it was."
        })
final class DemoCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int INTERRUPTED = 130;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--headless", description = "Replay fast, stop everything at the end; exits 1 unless all agree.")
    private boolean headless;

    @Option(names = "--as-recorded", description = "Keep the dates instead of letting the sample end now.")
    private boolean asRecorded;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Orders, returns and adjustments a second in the replay (${DEFAULT-VALUE}; 0: fast).")
    private double speed;

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Installation installation = target.toStart();
        installation.data().create();
        House house = House.open(installation, Set.copyOf(Services.ALL), console)
                .orElseThrow(() -> Problem.failed(
                        "Cannot demonstrate in " + installation.data().path() + ": Storehouse is running there",
                        "./storehouse down" + installation.options() + ", then the same again"));
        AtomicInteger exitCode = new AtomicInteger(INTERRUPTED);
        House.introduceOwner(installation, console);
        StopSignals.handle(house, console, exitCode::get);
        boolean exact = demonstrate(installation, house);
        exitCode.set(exact ? 0 : Problem.FAILED);
        if (headless) {
            house.stop();
            return exitCode.get();
        }
        console.line("");
        console.table(addresses(installation));
        console.line("");
        console.line(
                "Ctrl-C stops everything; data stays in " + installation.data().path());
        house.awaitStop();
        StopSignals.awaitExit();
        return exitCode.get();
    }

    private boolean demonstrate(Installation installation, House house) {
        try {
            house.start();
            return new Demo(installation, console, LocalDate.now(ZONE))
                    .run(new Demo.Wishes(asRecorded, headless ? 0 : speed));
        } catch (RuntimeException e) {
            if (house.stopping()) {
                // what fails while everything stops is no news
                StopSignals.awaitExit();
            }
            house.stop();
            throw e;
        }
    }

    private static Map<String, String> addresses(Installation installation) {
        Map<String, String> addresses = new LinkedHashMap<>(Urls.of(installation.ports()));
        addresses.put("report", installation.data().at("reports", "sales.html").toString());
        return addresses;
    }
}
