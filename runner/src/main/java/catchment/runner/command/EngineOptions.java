package catchment.runner.command;

import catchment.dialects.spi.Dialect;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.RunCode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which engine, and how the database lays out its tables. */
final class EngineOptions {
    @Option(
            names = {"--engine", "--query-engine"},
            paramLabel = "NAME",
            description = "What runs the definition: duckdb, postgresql, sqlite and others that are installed, or reference, the interpreter that every engine"
                    + " is compared with. By default OPENSAFELY_QUERY_ENGINE, else what the DSN says, else duckdb.")
    Optional<String> engine = Optional.empty();

    @Option(
            names = "--scratch-dsn",
            paramLabel = "DSN",
            description = "A database that dummy data is loaded into, as temporary tables, for an engine that is not part of this program: to try a definition on"
                    + " it. By default CATCHMENT_SCRATCH_DSN.")
    Optional<String> scratch = Optional.empty();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "How the database lays out its tables: tpp, emis or another that is installed, or the path of a backend's text, .ehrql. By default OPENSAFELY_BACKEND;"
                    + " without one, tables are read under their own names.")
    Optional<String> backend = Optional.empty();

    /**
     * The backend.
     *
     * @throws RunException if there is none of that name, or its text is wrong
     */
    BackendUse backend(Session session) throws RunException {
        return BackendUse.of(session, backend);
    }

    /**
     * The engine, whatever the backend.
     *
     * @param database the DSN of the database with real records, if there is one
     * @throws RunException if there is none of that name, or a DSN says nothing
     */
    Engine engine(Session session, Optional<String> database) throws RunException {
        return engine(session, database, BackendUse.NONE);
    }

    /**
     * The engine.
     *
     * @param database the DSN of the database with real records, if there is one
     * @param used the backend, which says what a database speaks
     * @throws RunException if there is none of that name, a DSN says nothing, or the backend speaks to another
     */
    Engine engine(Session session, Optional<String> database, BackendUse used) throws RunException {
        Engine chosen = chosen(session, database, used.dialect());
        Optional<String> where = scratch.or(() -> session.terminal().variable("CATCHMENT_SCRATCH_DSN"));
        return where.isPresent() ? chosen.on(location(session, where.get())) : chosen;
    }

    private Engine chosen(Session session, Optional<String> database, Optional<String> ofBackend) throws RunException {
        Optional<String> name = engine.or(() -> session.terminal().variable("OPENSAFELY_QUERY_ENGINE"));
        if (name.isPresent()) {
            return Engine.named(name.get());
        }
        if (ofBackend.isPresent() && database.isPresent()) {
            return Engine.named(ofBackend.get());
        }
        boolean other = database.isPresent() && location(session, database.get()) instanceof DataLocation.Database;
        return other ? Engine.named(((DataLocation.Database) location(session, database.get())).dialect().name()) : Engine.DUCKDB;
    }

    /** The engine whose SQL is to be shown: the backend's, unless another is asked for. */
    Engine written(Session session, BackendUse used) throws RunException {
        Engine asked = engine(session, Optional.empty(), used);
        boolean named = engine.isPresent() || session.terminal().variable("OPENSAFELY_QUERY_ENGINE").isPresent();
        Engine written = !named && used.dialect().isPresent() ? Engine.named(used.dialect().get()) : asked;
        if (used.dialect().isPresent() && !written.name().equals(used.dialect().get())) {
            throw new RunException(Diagnostic.error(
                            RunCode.ENGINE_UNSUITED, Span.NONE, "the backend speaks " + used.dialect().get() + ", not " + written.name())
                    .hint("leave `--engine` and OPENSAFELY_QUERY_ENGINE out: the backend says which engine it is"));
        }
        return written;
    }

    private static DataLocation location(Session session, String dsn) throws RunException {
        return DataLocation.parse(dsn, session.terminal().workingDirectory());
    }

    /**
     * How the engine is spoken to.
     *
     * @throws RunException if it runs no SQL
     */
    static Dialect dialect(Engine engine) throws RunException {
        return engine.dialect()
                .orElseThrow(() -> new RunException(Diagnostic.error(
                                RunCode.ENGINE_UNSUITED, Span.NONE, "the engine `" + engine.name() + "` runs no SQL")
                        .hint("leave `--engine` out: the SQL is then that of DuckDB")));
    }
}
