package io.storehouse.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Examines what the machine offers. */
final class Machine {
    private static final int JAVA = 17;
    private static final int NODE = 20;
    private static final long GIBIBYTE = 1024L * 1024 * 1024;
    private static final long MEMORY = 3 * GIBIBYTE;
    private static final long DISK = 5 * GIBIBYTE;

    private Machine() {}

    static List<Finding> examine(Path data) {
        return List.of(
                java(), node(), program("setsid", "util-linux"), program("nice", "coreutils"), memory(), disk(data));
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        String home = System.getProperty("java.home");
        return version >= JAVA
                ? Finding.fine("Java " + Runtime.version() + " in " + home)
                : Finding.wrong("Java " + version + " is too old", "set JAVA_HOME to a JDK 17 or later");
    }

    private static Finding node() {
        String version = output("node", "--version");
        try {
            int major = Integer.parseInt(version.replaceFirst("v(\\d+).*", "$1"));
            return major >= NODE
                    ? Finding.fine("Node.js " + version)
                    : Finding.wrong("Node.js " + version + " is too old", "install Node.js 20 or later");
        } catch (NumberFormatException e) {
            return Finding.care("Node.js is not there, which only the build needs", "install Node.js 20 or later");
        }
    }

    private static Finding program(String name, String from) {
        return output(name, "--version").isEmpty()
                ? Finding.wrong(name + " is not there", "install " + from)
                : Finding.fine(name);
    }

    private static Finding memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long available = lines.filter(line -> line.startsWith("MemAvailable:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    * 1024;
            String words = gibibytes(available) + " of memory available";
            return available >= MEMORY ? Finding.fine(words) : Finding.care(words + "; 3 GB are good", "end something");
        } catch (IOException e) {
            return Finding.care("Cannot read /proc/meminfo", "Storehouse needs Linux");
        }
    }

    private static Finding disk(Path data) {
        Path existing = data;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String words = gibibytes(free) + " free on the disk of " + existing;
            return free >= DISK
                    ? Finding.fine(words)
                    : Finding.care(words + "; 5 GB are good", "make room, or use --data-dir on another disk");
        } catch (IOException e) {
            return Finding.wrong("Cannot use " + existing + ": " + e.getMessage(), "use another --data-dir");
        }
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIBIBYTE);
    }

    private static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
