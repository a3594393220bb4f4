package io.storehouse.launcher.doctor;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.Home;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.home.Room;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.running.Inspection;
import io.storehouse.launcher.running.LauncherLock;
import io.storehouse.launcher.running.Orphans;
import io.storehouse.launcher.running.PortCheck;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.supervision.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Examines the machine, the build and one installation. */
public final class Doctor {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Installation installation;

    /** The doctor of an installation, which need not exist yet. */
    public Doctor(Installation installation) {
        this.installation = installation;
    }

    /** Everything that was examined. */
    public List<Finding> examine() {
        DataDirectory data = installation.data();
        List<Finding> findings = new ArrayList<>(Machine.examine(data.path()));
        findings.addAll(rooms(installation.home()));
        findings.addAll(ports());
        if (!data.exists()) {
            findings.add(Finding.fine("no data yet in " + data.path()));
            return findings;
        }
        findings.add(privacy("secrets", data.at("secrets")));
        findings.add(privacy("settings", data.at("run")));
        findings.addAll(processes());
        return findings;
    }

    private static List<Finding> rooms(Home home) {
        List<Finding> findings = new ArrayList<>();
        for (Room room : Room.values()) {
            try {
                home.classPath(room);
            } catch (Problem problem) {
                findings.add(Finding.wrong(room.folder() + " is not built", "./mvnw -q -DskipTests install"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.fine("everything is built")) : findings;
    }

    private List<Finding> ports() {
        List<Finding> findings = new ArrayList<>();
        installation
                .ports()
                .all()
                .forEach((service, port) -> PortCheck.taken(installation, service, port)
                        .ifPresent(problem -> findings.add(Finding.wrong(
                                String.valueOf(problem.getMessage()), String.join("; or ", problem.waysOut())))));
        return findings.isEmpty()
                ? List.of(Finding.fine("all ports are free or ours: "
                        + installation.ports().all().values()))
                : findings;
    }

    private static Finding privacy(String what, Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> open = files.filter(file -> !file.endsWith("launcher.lock") && readableByOthers(file))
                    .toList();
            return open.isEmpty()
                    ? Finding.fine(what + " are readable by their owner only")
                    : Finding.wrong("others can read " + open, "chmod go-rwx " + open.get(0));
        } catch (IOException e) {
            return Finding.wrong("Cannot read " + directory + ": " + e.getMessage(), "check who owns it");
        }
    }

    private static boolean readableByOthers(Path file) {
        try {
            return !OWNERS.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return false;
        }
    }

    private List<Finding> processes() {
        DataDirectory data = installation.data();
        List<Finding> findings = new ArrayList<>();
        if (LauncherLock.holder(data).isPresent()) {
            for (Inspection.Line line : Inspection.of(data)) {
                String words =
                        line.name() + " is " + line.state() + (line.detail().isEmpty() ? "" : ": " + line.detail());
                findings.add(
                        line.state().equals(State.HEALTHY.text())
                                ? Finding.fine(words)
                                : Finding.wrong(words, "./storehouse logs " + line.name() + installation.options()));
            }
            return findings;
        }
        new Orphans(data)
                .find()
                .forEach((service, process) -> findings.add(Finding.care(
                        service + " runs without a launcher, process " + process.pid(),
                        "./storehouse up adopts it, ./storehouse down stops it")));
        for (String service : Services.KNOWN) {
            if (new PidFile(data.path(), service).stale()) {
                findings.add(Finding.care(
                        "the pid file of " + service + " names a process that is gone",
                        "nothing: the next start heals it"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.fine("nothing runs")) : findings;
    }
}
