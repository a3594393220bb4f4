package io.storehouse.reports.cli;

import io.storehouse.contracts.Settings;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option {@code --config}, the program's own, which every command takes too. */
public final class ConfigOption {
    /** The name under which the program mixes it in. */
    public static final String MIXIN = "config";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "settings of this process (the launcher writes them)")
    private @Nullable Path file;

    /**
     * The settings in the file that was named on the command line.
     *
     * @throws Problem when there is none or it cannot be read
     */
    public static Settings load(@Nullable CommandSpec command) {
        CommandSpec mixin = Objects.requireNonNull(command).root().mixins().get(MIXIN);
        Path path = ((ConfigOption) Objects.requireNonNull(mixin).userObject()).file;
        if (path == null) {
            throw Problem.user("Missing --config FILE: the launcher writes it to <data>/run; start with ./storehouse");
        }
        try {
            return Settings.load(path);
        } catch (IllegalArgumentException e) {
            throw Problem.external(String.valueOf(e.getMessage()), e);
        }
    }
}
