package catchment.spec.kit;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Series;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialects;
import catchment.dialects.write.Programs;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DuckDB, in process: planned, written and run as a command does it. */
public record DuckDbSpecEngine() implements SpecEngine {
    @Override
    public String name() {
        return "duckdb";
    }

    /** The SQL of a definition. */
    public static SqlProgram program(DatasetDefinition dataset, Spans spans) {
        return Programs.of(dataset, spans, Dialects.named("duckdb").orElseThrow());
    }

    @Override
    public List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables) {
        try (DuckDbEngine engine = DuckDbEngine.empty()) {
            engine.load(UsedTables.of(dataset.roots()), tables);
            engine.shutOff();
            List<ResultTable> results = new ArrayList<>();
            new ProgramRunner(engine.session(), Progress.NONE)
                    .run(program(dataset, spans), (query, rows) -> results.add(new ResultTable(query.name(), columns(dataset, query.name()), rows(rows, query.columns().size()))));
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
