package io.storehouse.launcher.home;

import io.storehouse.engines.ClassArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a room: small memory, a fast start by a class archive, and what it is recognised by. */
public final class JavaProgram {
    private static final String SERVICE = "-Dstorehouse.service=";
    private static final String ERRAND = "-errand";
    private static final List<String> USUAL = List.of(
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8");

    private final Home home;
    private final DataDirectory data;
    private final Room room;
    private final String name;

    /** A program that is known by that name, on that data directory. */
    public JavaProgram(Home home, DataDirectory data, Room room, String name) {
        this.home = home;
        this.data = data;
        this.room = room;
        this.name = name;
    }

    /** The whole command line: our options, the room's own, its main class and the arguments. */
    public List<String> command(List<String> options, List<String> arguments) {
        String classPath = home.classPath(room);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(USUAL);
        command.addAll(archive(classPath));
        command.addAll(markers());
        command.addAll(List.of("-cp", classPath, room.mainClass()));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** Arguments that no other process has together. */
    public List<String> markers() {
        return List.of(SERVICE + name, dataMarker(data));
    }

    /** The argument that all programs on that data directory have. */
    public static String dataMarker(DataDirectory data) {
        return "-Dstorehouse.data=" + data.path();
    }

    /** The name by which an errand of that room is known. */
    public static String errand(Room room) {
        return room.artifact() + ERRAND;
    }

    /** The name of the errand that has this argument. */
    public static Stream<String> errandOf(String argument) {
        return argument.startsWith(SERVICE) && argument.endsWith(ERRAND)
                ? Stream.of(argument.substring(SERVICE.length()))
                : Stream.empty();
    }

    private List<String> archive(String classPath) {
        ClassArchive archive = new ClassArchive(home.cache(), name, classPath);
        try {
            archive.prepare();
            return archive.options();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the cache " + home.cache() + ": " + e.getMessage(), e);
        }
    }
}
