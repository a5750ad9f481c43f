package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.reference.ReferenceMeasures;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Tables;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference interpreter over rows in memory. */
record ReferenceEngine(Tables tables) implements OpenEngine {
    @Override
    public void answer(DatasetDefinition dataset, Spans spans, SqlPlanner planner, Progress progress, TableSink sink) throws RunException {
        for (ResultTable result : new ReferenceInterpreter(dataset).run(tables)) {
            sink.rows(result.name(), RowStream.of(result));
        }
    }

    @Override
    public void answer(MeasuresDefinition measures, Spans spans, Progress progress, String work, ProgramRunner.ResultReader reader) throws RunException {
        Map<String, ResultTable> results =
                new ReferenceMeasures(measures).run(tables, progress).stream().collect(Collectors.toMap(ResultTable::name, table -> table));
        reader.read(name -> RowStream.of(results.get(name)));
    }

    @Override
    public void close() {}
}
