package io.storehouse.launcher.demo;

import io.storehouse.launcher.errands.Errand;
import io.storehouse.launcher.errands.Import;
import io.storehouse.launcher.errands.ShopClient;
import io.storehouse.launcher.errands.Warehouse;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.running.Urls;
import io.storehouse.launcher.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The demonstration on a running installation. Every step does nothing twice, so that it can be run again. */
public final class Demo {
    private final Installation installation;
    private final Console console;
    private final LocalDate today;

    /** The demonstration on that day. */
    public Demo(Installation installation, Console console, LocalDate today) {
        this.installation = installation;
        this.console = console;
        this.today = today;
    }

    /**
     * How the last day is replayed.
     *
     * @param asRecorded whether dates stay; decided by the first demonstration on a data directory
     * @param speed documents a second, 0 for as fast as the shop answers
     */
    public record Wishes(boolean asRecorded, double speed) {}

    /** Does it all and tells whether till, stream, lake and warehouse agree exactly. */
    public boolean run(Wishes wishes) {
        Sample sample = step("The sample's files", () -> Sample.cut(installation));
        DemoPlan plan = plan(sample, wishes);
        Warehouse warehouse = new Warehouse(installation, console);

        console.heading("History: everything before " + plan.lastDay());
        new Import(new ShopClient(installation), console).run(sample.history(), plan.shiftWeeks());
        warehouse.increment();

        console.heading("Live: " + plan.lastDay() + " as the tills make it; watch "
                + Urls.of(installation.ports()).get("live"));
        replay(sample, plan, wishes);
        warehouse.increment();

        console.heading("Report");
        report("html");
        report("xlsx");

        console.heading("Reconciliation: till, stream, lake, warehouse");
        return Errand.reports(installation).run(List.of("reconcile")) == 0;
    }

    private DemoPlan plan(Sample sample, Wishes wishes) {
        return DemoPlan.stored(installation.data())
                .map(stored -> keep(stored, wishes))
                .orElseGet(() -> {
                    DemoPlan plan = wishes.asRecorded()
                            ? DemoPlan.asRecorded(sample.lastDay())
                            : DemoPlan.endingNow(sample.lastDay(), today);
                    plan.store(installation.data());
                    return plan;
                });
    }

    private DemoPlan keep(DemoPlan stored, Wishes wishes) {
        if (wishes.asRecorded() && stored.shiftWeeks() != 0) {
            console.warn("dates stay moved by " + stored.shiftWeeks()
                    + " weeks, as the first demonstration here decided; --as-recorded needs another --data-dir");
        }
        return stored;
    }

    private void replay(Sample sample, DemoPlan plan, Wishes wishes) {
        List<String> arguments = new ArrayList<>(List.of("replay", "--last-day"));
        arguments.addAll(List.of("--shift-weeks", Integer.toString(plan.shiftWeeks())));
        arguments.addAll(wishes.speed() > 0 ? List.of("--speed", Double.toString(wishes.speed())) : List.of("--fast"));
        sample.files().forEach(file -> arguments.add(file.toString()));
        Errand.tills(installation)
                .require(
                        arguments,
                        "Failed to replay " + plan.lastDay(),
                        "run ./storehouse demo" + installation.options() + " again: it goes on");
    }

    private void report(String format) {
        Path file = installation.data().at("reports", "sales." + format);
        Errand.reports(installation)
                .require(
                        List.of("report", "--format", format, "--out", file.toString()),
                        "Failed to write " + file,
                        "./storehouse report --format " + format + installation.options());
        console.fine(file.toString());
    }

    private <T> T step(String what, Supplier<T> work) {
        long from = System.nanoTime();
        T result = work.get();
        console.tick(what, Duration.ofNanos(System.nanoTime() - from), "");
        return result;
    }
}
