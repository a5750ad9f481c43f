package catchment.spec.kit;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.Computable;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.LoadedTable;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A database behind a session: its tables are filled as the data of a program is, the program is planned, written and run as a command does it, and all that was
 * made is removed.
 *
 * @param dialect what it speaks
 * @param session the conversation with it
 */
public record SessionSpecEngine(Dialect dialect, EngineSession session) implements SpecEngine {
    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public boolean computes(Node node) {
        return dialect.computes(node);
    }

    @Override
    public List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables) {
        List<SqlProgram.DataTable> filled = UsedTables.of(dataset.roots()).stream().map(table -> LoadedTable.of(table, tables.table(table.name()), dialect)).toList();
        try {
            Computable.check(dataset.roots(), spans, dialect);
            List<ResultTable> results = new ArrayList<>();
            try {
                for (SqlProgram.DataTable table : filled) {
                    session.load(table);
                }
                new ProgramRunner(session, Progress.NONE).run(Programs.of(dataset, spans, dialect), (query, rows) -> results.add(
                        new ResultTable(query.name(), columns(dataset, query.name()), rows(rows, query.columns().size()))));
            } finally {
                for (SqlProgram.DataTable table : filled) {
                    session.execute(new SqlProgram.Statement(dialect.discard(table.place()), "removes " + table.name(), List.of()));
                }
            }
            return results;
        } catch (RunException fault) {
            throw new IllegalStateException(fault.diagnostic().toString(), fault);
        }
    }

    private static List<ColumnSpecification> columns(DatasetDefinition dataset, String table) {
        Map<String, Series> series = table.equals("dataset") ? dataset.variables() : dataset.events().get(table).members();
        return ColumnSpecification.of(series);
    }

    private static List<List<Object>> rows(RowStream stream, int columns) throws RunException {
        List<List<Object>> rows = new ArrayList<>();
        while (stream.next()) {
            List<Object> row = new ArrayList<>(columns);
            for (int i = 0; i < columns; i++) {
                row.add(stream.value(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
