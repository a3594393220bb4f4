package io.storehouse.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process, told from a later one with the same number by its start.
 *
 * @param startTicks clock ticks from the machine's start to the process's, field 22 of {@code /proc/<pid>/stat}
 */
public record RunningProcess(long pid, long startTicks) {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int START = 19;
    private static final long PAGE = 4096;

    /** The living process of that number. */
    public static Optional<RunningProcess> of(long pid) {
        return stat(pid).filter(RunningProcess::lives).map(fields -> new RunningProcess(pid, start(fields)));
    }

    /** All living processes that this user may look into. */
    public static List<RunningProcess> all() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .flatMap(name -> of(Long.parseLong(name)).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The living processes that have all of these among their arguments. */
    public static List<RunningProcess> withArguments(List<String> arguments) {
        return all().stream()
                .filter(process -> process.arguments().containsAll(arguments))
                .toList();
    }

    /** Whether it still runs; a dead one that nobody has waited for does not. */
    public boolean isAlive() {
        return stat(pid)
                .filter(fields -> lives(fields) && start(fields) == startTicks)
                .isPresent();
    }

    /** The living process that has started it, or that has taken it over from one that is gone. */
    public Optional<RunningProcess> parent() {
        return stat(pid).flatMap(fields -> of(Long.parseLong(fields.get(PARENT))));
    }

    /** Its command line, arguments separated by spaces, or an empty text. */
    public String commandLine() {
        return read(pid, "cmdline").replace('\0', ' ').strip();
    }

    /** Its program and arguments. */
    public List<String> arguments() {
        return List.of(read(pid, "cmdline").split("\0"));
    }

    /** Whether its command line or working directory names the directory or anything inside. */
    public boolean belongsTo(Path directory) {
        // whole names only: /data/1 is not /data/10, nor /old/data/1
        Pattern named = Pattern.compile("(^|[=:;,/])" + Pattern.quote(directory.toString()) + "([/:;,]|$)");
        if (arguments().stream().anyMatch(named.asPredicate())) {
            return true;
        }
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).startsWith(directory);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** Resident memory. */
    public long residentBytes() {
        String[] pages = read(pid, "statm").split(" ", 3);
        return pages.length < 2 ? 0 : Long.parseLong(pages[1]) * PAGE;
    }

    /** Sends a signal by its name, for example {@code TERM}. */
    public void signal(String name) {
        if (!isAlive()) {
            return;
        }
        try {
            // the shell's own kill: the program is missing on small systems
            new ProcessBuilder("/bin/sh", "-c", "kill -\"$0\" \"$1\"", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot signal process " + pid + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean lives(List<String> fields) {
        return !fields.get(STATE).equals("Z") && !fields.get(STATE).equals("X");
    }

    private static long start(List<String> fields) {
        return Long.parseLong(fields.get(START));
    }

    /** The fields after the command's name, which is in parentheses and may hold anything. */
    private static Optional<List<String>> stat(long pid) {
        String line = read(pid, "stat");
        int name = line.lastIndexOf(") ");
        return name < 0
                ? Optional.empty()
                : Optional.of(List.of(line.substring(name + 2).split(" ")));
    }

    private static String read(long pid, String file) {
        try {
            return new String(Files.readAllBytes(PROC.resolve(pid + "/" + file)), StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            return "";
        }
    }
}
