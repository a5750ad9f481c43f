package catchment.runner.command;

import catchment.dialects.spi.Dialect;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.DatabaseSettings;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.Janitor;
import catchment.runtime.engine.Retries;
import catchment.runtime.engine.RunCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what killed runs have left. */
@Command(
        name = "janitor",
        description = "Finds the tables that runs have left in a database because their processes were killed, and removes them.",
        footer = {
            "",
            "A run that lives keeps its tables: it shows by a lock of its session that it does. Where an engine",
            "has no such locks, as Trino, one that began less than four days ago is taken to live.",
            "",
            "Examples:",
            "  catchment janitor --dsn postgresql://me:word@localhost/records --dry-run",
            "  DATABASE_URL=trino://me@localhost/hive/scratch catchment janitor --older-than 12h"
        })
final class JanitorCommand implements Action {
    private final Session session;

    @Option(names = "--dsn", paramLabel = "DSN", description = "The database. By default DATABASE_URL.")
    Optional<String> dsn = Optional.empty();

    @Option(
            names = "--staging",
            paramLabel = "SCHEMA",
            description = "Looks in this schema only, SCHEMA or DATABASE.SCHEMA. By default CATCHMENT_STAGING, else everywhere in the database.")
    Optional<String> staging = Optional.empty();

    @Option(
            names = "--older-than",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Leaves what a run has made that began less than so long ago: 90s, 30m, 12h, 4d. By default 4d where the engine has no locks, else 0s.")
    Optional<Duration> olderThan = Optional.empty();

    @Option(names = "--dry-run", description = "Lists the tables, and removes none.")
    boolean dryRun;

    @Mixin
    ReportOptions report;

    JanitorCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        DataLocation.Database database = database();
        List<String> schema = staging.or(() -> session.terminal().variable("CATCHMENT_STAGING")).map(DatabaseOptions::parts).orElse(List.of());
        Dialect dialect = schema.isEmpty() ? database.dialect() : staged(database, schema);
        List<Janitor.Found> found;
        try (Janitor janitor = Janitor.open(new DataLocation.Database(dialect, database.settings()), olderThan)) {
            found = janitor.clean(schema, !dryRun, Instant.now());
        }
        for (Janitor.Found run : found) {
            String fate = switch (run.fate()) {
                case KEPT -> "kept, the run may live";
                case LEFT -> "left";
                case REMOVED -> "removed";
            };
            run.tables().forEach(table -> session.terminal().out().println(table + "  of a run begun " + run.began() + ": " + fate));
        }
        if (found.isEmpty()) {
            session.report().say("no run has left a table");
        }
    }

    private static Dialect staged(DataLocation.Database database, List<String> schema) throws RunException {
        DatabaseSettings settings = new DatabaseSettings(Optional.of(schema), Optional.empty(), Retries.DEFAULT);
        return Engine.named(database.dialect().name()).with(settings).dialect().orElseThrow();
    }

    private DataLocation.Database database() throws RunException {
        String text = dsn.or(() -> session.terminal().variable("DATABASE_URL"))
                .orElseThrow(() -> new RunException(
                        Diagnostic.error(CommandCode.ARGUMENT_MISSING, Span.NONE, "nothing says which database to tidy up")
                                .hint("name it with `--dsn DSN`, or in the environment variable DATABASE_URL")));
        if (DataLocation.parse(text, session.terminal().workingDirectory()) instanceof DataLocation.Database database) {
            return database;
        }
        throw new RunException(Diagnostic.error(RunCode.ENGINE_UNSUITED, Span.NONE, "what the DSN names is only read: no run leaves anything in it"));
    }
}
