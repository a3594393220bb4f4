package io.storehouse.launcher.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The command as a person runs it, on a data directory and ports of its own. */
final class StorehouseCommand {
    private static final List<Integer> BASE_PORTS = List.of(8080, 13306, 13307, 16379, 18081, 18083, 19092, 19093);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Path work;
    private final int portOffset = freeOffset();

    StorehouseCommand(Path work) {
        this.home = findHome();
        this.work = work;
    }

    /** What a command printed and how it ended. */
    record Ended(int exitCode, String output, String errors) {
        JsonNode json() {
            try {
                return JSON.readTree(output);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON: " + output + errors, e);
            }
        }

        Ended successful() {
            if (exitCode != 0) {
                throw new AssertionError("Exit code " + exitCode + "\n" + output + "\n" + errors);
            }
            return this;
        }
    }

    /** A command that is at work. */
    record Running(Process process, Path output, Path errors) {
        Ended await() throws IOException, InterruptedException {
            if (!process.waitFor(8, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("Still at work after 8 minutes: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
        }

        boolean hasSaidSomething() throws IOException {
            return Files.size(output) + Files.size(errors) > 0;
        }

        /** A kill proves something only while there is work in flight. */
        void requireAtWork() throws IOException {
            if (!process.isAlive()) {
                throw new AssertionError("The work was over before the kill: " + Files.readString(output));
            }
        }
    }

    Path home() {
        return home;
    }

    String shop() {
        return "http://127.0.0.1:" + (8080 + portOffset);
    }

    Path data() {
        return work.resolve("data");
    }

    Running start(String... arguments) throws IOException {
        Path output = Files.createTempFile(work, "out", ".txt");
        Path errors = Files.createTempFile(work, "err", ".txt");
        List<String> line = new ArrayList<>(List.of(home.resolve("storehouse").toString(), arguments[0]));
        line.addAll(List.of("--data-dir", data().toString(), "--port-offset", Integer.toString(portOffset)));
        line.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(work.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("STOREHOUSE_BUILD", "never");
        return new Running(builder.start(), output, errors);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    JsonNode service(String name) throws IOException, InterruptedException {
        for (JsonNode service : run("status", "--json").json().path("services")) {
            if (service.path("name").asText().equals(name)) {
                return service;
            }
        }
        throw new AssertionError("No service " + name);
    }

    void kill(String service) throws IOException, InterruptedException {
        long pid = service(service).path("pid").asLong();
        ProcessHandle.of(pid)
                .orElseThrow(() -> new AssertionError(service + " does not run"))
                .destroyForcibly();
    }

    private static Path findHome() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.isExecutable(path.resolve("storehouse")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Cannot find the command above the working directory"));
    }

    private static int freeOffset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 20_000))
                .limit(200)
                .filter(offset -> BASE_PORTS.stream().allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Cannot find free ports"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
