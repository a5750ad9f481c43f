package catchment.runtime.engine;

import catchment.compiler.backend.BackendDefinition;
import catchment.dialects.spi.Dialect;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.util.Collection;
import java.util.List;

/**
 * A session with a database that a backend describes.
 *
 * @param session to be closed
 * @param check compares the two
 */
public record BackendSession(EngineSession session, Check check) {
    /** Compares a database with what a backend says of it. */
    @FunctionalInterface
    public interface Check {
        /** What was found of some tables, by their names in the backend. */
        MappingCheck.Checked of(Collection<String> tables, MappingCheck.Depth depth);
    }

    /**
     * Opens the database: one over JDBC, a DuckDB file, or a folder whose files are the tables.
     *
     * @param dialect the backend's
     * @throws RunException if it cannot be reached, or speaks another dialect than the backend
     */
    public static BackendSession open(DataLocation location, BackendDefinition backend, Dialect dialect) throws RunException {
        String spoken = switch (location) {
            case DataLocation.Database database -> database.dialect().name();
            case DataLocation.DuckDbFile _, DataLocation.TableFolder _ -> Engine.DUCKDB.name();
        };
        if (!spoken.equals(backend.dialect()) || !dialect.name().equals(backend.dialect())) {
            throw new RunException(Diagnostic.error(
                            RunCode.ENGINE_UNSUITED, Span.NONE, "the backend `" + backend.name() + "` speaks " + backend.dialect() + ", and the database " + spoken)
                    .hint("a backend is written for one kind of database"));
        }
        return switch (location) {
            case DataLocation.Database database -> {
                JdbcSession session = Databases.open(new DataLocation.Database(dialect, database.settings()));
                yield new BackendSession(session, (tables, depth) -> session.mapping(backend, tables, depth));
            }
            case DataLocation.DuckDbFile file -> {
                DuckDbEngine engine = DuckDbEngine.reading(file, List.of());
                yield new BackendSession(engine.session(), (tables, depth) -> engine.mapping(backend, dialect, tables, depth));
            }
            case DataLocation.TableFolder folder -> {
                DuckDbEngine engine = DuckDbEngine.ofFiles(folder.path());
                yield new BackendSession(engine.session(), (tables, depth) ->
                        engine.mapping(backend, dialect, tables, depth == MappingCheck.Depth.DESCRIPTION ? MappingCheck.Depth.TYPES : depth));
            }
        };
    }
}
