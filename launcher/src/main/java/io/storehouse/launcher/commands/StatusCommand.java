package io.storehouse.launcher.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.running.Inspection;
import io.storehouse.launcher.running.Inspection.Line;
import io.storehouse.launcher.running.Urls;
import io.storehouse.launcher.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs and how it is. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Show what runs and how it is.")
final class StatusCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1024 * 1024;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Installation installation = target.any();
        List<Line> lines = Inspection.of(installation.data());
        if (json) {
            console.line(asJson(installation, lines));
            return 0;
        }
        console.heading("Storehouse in " + installation.data().path());
        long total = 0;
        for (Line line : lines) {
            total += line.residentBytes();
            String memory = line.pid() == 0 ? "" : line.residentBytes() / MEBIBYTE + " MB";
            console.line("  %-9s %-11s %8s %8s  %s"
                    .formatted(line.name(), line.state(), line.pid() == 0 ? "" : line.pid(), memory, line.detail()));
        }
        if (total > 0) {
            console.line("  %-9s %-11s %8s %8s".formatted("", "", "", total / MEBIBYTE + " MB"));
            console.line("");
            console.table(Urls.of(installation.ports()));
        }
        return 0;
    }

    private static String asJson(Installation installation, List<Line> lines) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.putArray("services");
        for (Line line : lines) {
            ObjectNode service = root.withArray("services")
                    .addObject()
                    .put("name", line.name())
                    .put("state", line.state());
            if (line.pid() == 0) {
                service.putNull("pid").putNull("rssBytes");
            } else {
                service.put("pid", line.pid()).put("rssBytes", line.residentBytes());
            }
            service.put("detail", line.detail());
        }
        ObjectNode urls = root.putObject("urls");
        Urls.of(installation.ports()).forEach(urls::put);
        return root.toPrettyString();
    }
}
