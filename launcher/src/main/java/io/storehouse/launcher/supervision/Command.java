package io.storehouse.launcher.supervision;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to execute for a service.
 *
 * @param markers arguments by which its process, and no other on this machine, is recognised
 */
public record Command(List<String> arguments, Map<String, String> environment, Path directory, List<String> markers) {
    private static final String ARCHIVE_AT_EXIT = "-XX:ArchiveClassesAtExit=";
    private static final List<String> CLASS_ARCHIVE =
            List.of(ARCHIVE_AT_EXIT, "-XX:SharedArchiveFile=", "-Xshare", "-Xlog:cds");

    /** Copies the collections. */
    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        markers = List.copyOf(markers);
    }

    /** Where the process writes its class archive when it ends, if it writes one. */
    public Optional<Path> archiveAtExit() {
        return arguments.stream()
                .filter(argument -> argument.startsWith(ARCHIVE_AT_EXIT))
                .map(argument -> Path.of(argument.substring(ARCHIVE_AT_EXIT.length())))
                .findFirst();
    }

    /** The hash that tells whether a process runs what would be started now; class archives make no difference. */
    public String recipe() {
        String text = arguments.stream()
                        .filter(argument -> CLASS_ARCHIVE.stream().noneMatch(argument::startsWith))
                        .collect(Collectors.joining("\0"))
                + new TreeMap<>(environment);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
