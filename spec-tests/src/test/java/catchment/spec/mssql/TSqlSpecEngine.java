package catchment.spec.mssql;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Series;
import catchment.dialects.program.SqlProgram;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import catchment.spec.kit.SpecEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is written for SQL Server, on DuckDB. */
record TSqlSpecEngine(TSqlDatabase database) implements SpecEngine {
    @Override
    public String name() {
        return "mssql-on-duckdb";
    }

    @Override
    public List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables) {
        SqlProgram program = TSqlDatabase.program(dataset, spans);
        try {
            database.load(tables);
            List<List<List<Object>>> rows = database.results(program);
            List<ResultTable> results = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                String name = program.results().get(i).name();
                Map<String, Series> series = name.equals("dataset") ? dataset.variables() : dataset.events().get(name).members();
                results.add(new ResultTable(name, ColumnSpecification.of(series), rows.get(i)));
            }
            return results;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }
}
