package io.storehouse.reports.query;

import io.storehouse.reports.cli.ConfigOption;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code query}: runs one read-only statement over the lake, each table pinned at one snapshot. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Run one read-only SQL statement over the warehouse.",
        footer = {
            "",
            "Besides the tables there is the view period (first_day, last_day): all days, for the SQL of the reports.",
            "Example: query \"select store, sum(net) as net from dws_trade_store_1d group by store order by net desc\""
        })
public final class QueryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "the statement")
    private @Nullable String sql;

    @Option(names = "--file", paramLabel = "FILE", description = "read the statement from a file")
    private @Nullable Path file;

    @Option(names = "--tables", description = "list the tables")
    private boolean tables;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private Output format = Output.TABLE;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (tables) {
            try (Lake lake = Lake.open(ConfigOption.load(spec));
                    Duck duck = Duck.open()) {
                TableList.load(lake, duck);
                duck.lock();
                run(duck, TableList.SELECT, out);
            }
            return 0;
        }
        String statement = statement();
        try (Duck duck = Duck.open()) {
            Question question = QuestionReader.read(duck.connection(), statement);
            try (Lake lake = Lake.open(ConfigOption.load(spec))) {
                question.tables().stream()
                        .filter(table -> !table.equals(Duck.PERIOD))
                        .filter(table -> lake.has(table) || !question.defined().contains(table))
                        .map(lake::pin)
                        .forEach(duck::add);
            }
            duck.lock();
            run(duck, question.sql(), out);
        }
        return 0;
    }

    private String statement() {
        Path path = file;
        String given = sql;
        if (path != null && given == null) {
            try {
                return Files.readString(path);
            } catch (IOException e) {
                throw Problem.user("Cannot read " + path + ": " + e.getMessage());
            }
        }
        if (given != null && given.startsWith("-") && !given.contains("\n")) {
            throw Problem.user("Unknown option: " + given + "; see query --help");
        }
        if (given == null || given.isBlank() || path != null) {
            throw Problem.user("Cannot run nothing: give one statement, --file FILE, or --tables");
        }
        return given;
    }

    private void run(Duck duck, String statement, PrintWriter out) {
        try (Statement running = duck.connection().createStatement();
                ResultSet rows = running.executeQuery(statement)) {
            format.write(rows, out);
            out.flush();
        } catch (SQLException e) {
            throw Problem.user("Cannot run the statement: " + e.getMessage());
        }
    }
}
