package catchment.runner.command;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.Engines;
import catchment.runtime.engine.RunCode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which engine, and how the database lays out its tables. */
final class EngineOptions {
    @Option(
            names = {"--engine", "--query-engine"},
            paramLabel = "NAME",
            description = "What runs the definition: duckdb, or reference, the interpreter that every engine is compared with. By default"
                    + " OPENSAFELY_QUERY_ENGINE, else duckdb.")
    Optional<String> engine = Optional.empty();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "How the database lays out its tables. By default OPENSAFELY_BACKEND; without one, tables are read under their own names.")
    Optional<String> backend = Optional.empty();

    /**
     * The engine.
     *
     * @throws RunException if there is none of that name
     */
    Engines engine(Session session) throws RunException {
        Optional<String> name = engine.or(() -> session.terminal().variable("OPENSAFELY_QUERY_ENGINE"));
        return name.isPresent() ? Engines.named(name.get()) : Engines.DUCKDB;
    }

    /** Shows what is wrong with the backend. */
    boolean checkBackend(Session session) {
        return checkBackend(session, backend);
    }

    /** The same for one that is named elsewhere. */
    static boolean checkBackend(Session session, Optional<String> given) {
        Optional<String> name = given.or(() -> session.terminal().variable("OPENSAFELY_BACKEND"))
                // These say in the environment of a job that there is none.
                .filter(one -> !one.equals("expectations") && !one.equals("test"));
        name.ifPresent(one -> session.report().show(Faults.backend(one)));
        return name.isEmpty();
    }

    /**
     * How the engine is spoken to.
     *
     * @throws RunException if it runs no SQL
     */
    static Dialect dialect(Engines engine) throws RunException {
        return Dialects.named(engine.engineName())
                .orElseThrow(() -> new RunException(Diagnostic.error(
                                RunCode.ENGINE_UNSUITED, Span.NONE, "the engine `" + engine.engineName() + "` runs no SQL")
                        .hint("leave `--engine` out: the SQL is then that of DuckDB")));
    }
}
