package io.storehouse.launcher.running;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.process.PortOwner;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.services.Services;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds ports that others listen on before anything is started. */
public final class PortCheck {
    private static final int COMMAND_LENGTH = 90;

    private PortCheck() {}

    /**
     * Complains of the first port that is taken by a process that is not ours.
     *
     * @throws Problem naming the process and the ways out
     */
    public static void require(Installation installation, Set<String> services) {
        Map<String, Integer> ports = new LinkedHashMap<>(installation.ports().all());
        if (services.contains(Services.REPLICA)) {
            ports.put(Services.REPLICA, installation.ports().replica());
        }
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            taken(installation, port.getKey(), port.getValue()).ifPresent(problem -> {
                throw problem;
            });
        }
    }

    /** The problem with one port, if there is any. */
    public static Optional<Problem> taken(Installation installation, String service, int port) {
        if (PortOwner.isFree(port)) {
            return Optional.empty();
        }
        Optional<RunningProcess> owner = PortOwner.find(port);
        if (owner.filter(process -> process.belongsTo(installation.data().path()))
                .isPresent()) {
            return Optional.empty();
        }
        String who = owner.map(PortCheck::describe).orElse("a process of another user");
        String stop = owner.map(process -> "stop that process: kill " + process.pid())
                .orElse("stop that process as its user");
        return Optional.of(new Problem(
                Problem.PORT_TAKEN,
                "Cannot start " + service + ": port " + port + " is used by " + who,
                List.of(
                        stop,
                        "use other ports: ./storehouse up --port-offset "
                                + (installation.ports().offset() + 100),
                        "if it is another data directory of Storehouse: ./storehouse down --data-dir <it>")));
    }

    private static String describe(RunningProcess process) {
        String command = process.commandLine();
        String words = command.length() > COMMAND_LENGTH ? command.substring(0, COMMAND_LENGTH) + "…" : command;
        return "process " + process.pid() + " (" + words + ")";
    }
}
