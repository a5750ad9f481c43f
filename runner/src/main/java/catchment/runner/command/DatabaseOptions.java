package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.DatabaseSettings;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.Retries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a database is used. */
final class DatabaseOptions {
    private static final String SQL_SERVER = "mssql";
    /** Those who use SQL Server this way have a database for tables of a run, and everybody's schema in it. */
    private static final String USUAL_SCHEMA = "dbo";

    @Option(
            names = "--staging",
            paramLabel = "SCHEMA",
            description = "A schema, SCHEMA or DATABASE.SCHEMA, where stages are kept in real tables until the end of the run: one that loses its connection goes on"
                    + " where it was. By default CATCHMENT_STAGING, on SQL Server also TEMP_DATABASE_NAME; without it, temporary tables.")
    Optional<String> staging = Optional.empty();

    @Option(
            names = "--statement-timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long a statement may take: 90s, 30m, 2h, 1d. By default CATCHMENT_STATEMENT_TIMEOUT, else as long as the database lets it.")
    Optional<Duration> timeLimit = Optional.empty();

    @Option(
            names = "--retries",
            paramLabel = "NUMBER",
            description = "How often a run tries again after a lost connection or another fault that may pass; 0 for never. By default 6 times, within two minutes.")
    Optional<Integer> retries = Optional.empty();

    /**
     * The engine, used in this way.
     *
     * @throws RunException if it cannot be used so
     */
    Engine on(Session session, Engine engine) throws RunException {
        Optional<List<String>> place = staging.or(() -> session.terminal().variable("CATCHMENT_STAGING")).map(DatabaseOptions::parts);
        if (place.isEmpty() && engine.name().equals(SQL_SERVER)) {
            place = session.terminal().variable("TEMP_DATABASE_NAME").map(database -> List.of(database, USUAL_SCHEMA));
        }
        if (retries.isPresent() && retries.get() < 0) {
            throw new RunException(Diagnostic.error(CommandCode.ARGUMENT_VALUE, Span.NONE, "`--retries` cannot be below 0").hint("`--retries 0` tries nothing again"));
        }
        Retries tries = retries.map(Retries.DEFAULT::times).orElse(Retries.DEFAULT);
        return engine.with(new DatabaseSettings(place, limit(session).filter(limit -> !limit.isZero()), tries));
    }

    static List<String> parts(String place) {
        return List.of(place.split("\\.", -1));
    }

    private Optional<Duration> limit(Session session) throws RunException {
        Optional<String> variable = session.terminal().variable("CATCHMENT_STATEMENT_TIMEOUT");
        if (timeLimit.isPresent() || variable.isEmpty()) {
            return timeLimit;
        }
        try {
            return Optional.of(new DurationConverter().convert(variable.get()));
        } catch (IllegalArgumentException unreadable) {
            throw new RunException(Diagnostic.error(CommandCode.ARGUMENT_VALUE, Span.NONE, "CATCHMENT_STATEMENT_TIMEOUT cannot be `" + variable.get() + "`")
                    .hint("a number and a unit: `90s`, `30m`, `2h`, `1d`"));
        }
    }
}
