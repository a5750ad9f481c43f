package catchment.spec.generate;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.JdbcSession;
import catchment.runtime.engine.LoadedTable;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.tables.Tables;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An engine that holds the tables of generated studies.
 *
 * @param dialect what it speaks
 * @param session the conversation with it
 * @param ending ends it, or empties it
 */
record LoadedEngine(Dialect dialect, EngineSession session, Closing ending) implements AutoCloseable {
    /** What is done at the end. */
    interface Closing {
        void close() throws RunException;
    }

    /** DuckDB, in process. */
    static LoadedEngine duckDb(Tables tables) throws RunException {
        DuckDbEngine engine = DuckDbEngine.empty();
        engine.load(tables.byName().keySet().stream().map(LoadedEngine::file).toList(), tables);
        return new LoadedEngine(Dialects.named("duckdb").orElseThrow(), engine.session(), engine::close);
    }

    /** SQLite, in process. */
    static LoadedEngine sqlite(Tables tables) throws Exception {
        Dialect dialect = Dialects.named("sqlite").orElseThrow();
        JdbcSession session = JdbcSession.begin(dialect, DriverManager.getConnection("jdbc:sqlite::memory:"), UnaryOperator.identity(), () -> {});
        LoadedEngine engine = in(dialect, session, tables);
        return new LoadedEngine(dialect, session, () -> {
            engine.close();
            session.close();
        });
    }

    /** A session that other tables come before and after in: those of the same names are removed before, these at the end. */
    static LoadedEngine in(Dialect dialect, EngineSession session, Tables tables) throws RunException {
        List<SqlProgram.DataTable> loaded = new ArrayList<>();
        for (var entry : tables.byName().entrySet()) {
            loaded.add(LoadedTable.of(file(entry.getKey()), entry.getValue(), dialect));
            session.execute(removal(dialect, loaded.getLast()));
            session.load(loaded.getLast());
        }
        return new LoadedEngine(dialect, session, () -> {
            for (SqlProgram.DataTable table : loaded) {
                session.execute(removal(dialect, table));
            }
        });
    }

    private static SqlProgram.Statement removal(Dialect dialect, SqlProgram.DataTable table) {
        return new SqlProgram.Statement(dialect.discard(table.place()), "removes " + table.name(), List.of());
    }

    private static FileTable file(String name) {
        return new FileTable(name, false, RandomTables.definition(name).schema().columns(), Set.of(), false);
    }

    /** The rows of each result of a program. */
    List<List<List<Object>>> results(SqlProgram program) throws RunException {
        List<List<List<Object>>> results = new ArrayList<>();
        new ProgramRunner(session, Progress.NONE).run(program, (query, rows) -> {
            List<List<Object>> found = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < query.columns().size(); i++) {
                    row.add(rows.value(i));
                }
                found.add(row);
            }
            results.add(found);
        });
        return results;
    }

    @Override
    public void close() throws RunException {
        ending.close();
    }
}
