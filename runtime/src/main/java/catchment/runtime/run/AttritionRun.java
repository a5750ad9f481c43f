package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.dialects.spi.Dialects;
import catchment.dialects.write.Programs;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.runtime.RunException;
import catchment.runtime.attrition.Attrition;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.reference.ReferenceMeasures;
import catchment.runtime.Cancellation;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how many patients remain after each condition of a population. */
public final class AttritionRun {
    private final RunRequest request;
    private final Map<String, SourceText> sources;
    private final boolean shown;
    private final List<Diagnostic> diagnostics;

    private AttritionRun(RunRequest request, Map<String, SourceText> sources, boolean shown, List<Diagnostic> diagnostics) {
        this.request = request;
        this.sources = sources;
        this.shown = shown;
        this.diagnostics = diagnostics;
    }

    /**
     * Counts. Whatever goes wrong for a reason of the user's or the machine's is in the outcome, not thrown; then no output was written. An interruption of the
     * calling thread stops the run.
     *
     * @param request the dataset, and where the {@linkplain Attrition#columns table} goes; a source with tables
     * @param sources the texts that its spans point into
     * @param shown whether small numbers are hidden and the others rounded, as those of measures are
     */
    public static RunOutcome run(RunRequest request, Map<String, SourceText> sources, boolean shown) {
        return RunThread.outcome(
                "attrition run", request.cancellation(), diagnostics -> new AttritionRun(request, sources, shown, diagnostics).rows());
    }

    private Map<String, Long> rows() throws RunException {
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(request.dataset(), request.spans(), request.workingDirectory());
        diagnostics.addAll(inline.diagnostics());
        Attrition attrition = new Attrition(inline.definition());
        MeasuresDefinition measures = attrition.measures();
        SourceTables tables =
                new SourceTables(request.source(), UsedTables.of(measures.roots()), request.workingDirectory(), diagnostics::add);
        Map<String, List<List<Object>>> numbers = switch (request.engine()) {
            case REFERENCE -> reference(measures, tables.inMemory());
            case DUCKDB -> duckDb(measures, tables);
        };
        return failed() ? Map.of() : write(attrition.table(numbers::get, shown, request.spans(), sources));
    }

    private Map<String, List<List<Object>>> reference(MeasuresDefinition measures, Tables tables) throws RunException {
        Map<String, List<List<Object>>> numbers = new HashMap<>();
        if (!failed()) {
            new ReferenceMeasures(measures).run(tables, request.progress()).forEach(result -> numbers.put(result.name(), result.rows()));
        }
        return numbers;
    }

    private Map<String, List<List<Object>>> duckDb(MeasuresDefinition measures, SourceTables tables) throws RunException {
        Map<String, List<List<Object>>> numbers = new HashMap<>();
        try (DuckDbEngine engine = tables.inDuckDb()) {
            if (!failed()) {
                try (Cancellation.Registration _ = request.cancellation().onCancel(engine.session()::cancel)) {
                    new ProgramRunner(engine.session(), request.progress())
                            .run(
                                    Programs.of(measures, request.spans(), Dialects.named(request.engine().engineName()).orElseThrow()),
                                    (query, rows) -> numbers.put(query.name(), read(rows)));
                }
            }
        }
        return numbers;
    }

    private static List<List<Object>> read(RowStream rows) throws RunException {
        List<List<Object>> all = new ArrayList<>();
        while (rows.next()) {
            all.add(List.of(rows.value(0), rows.value(1), rows.value(2)));
        }
        return all;
    }

    private Map<String, Long> write(ResultTable table) throws RunException {
        try (Results output = new Results(
                Map.of(table.name(), table.columns()), request.output(), request.console(), request.workingDirectory(), request.progress(), request.cancellation(), request.metadata())) {
            output.write(table.name(), RowStream.of(table));
            return output.commit();
        }
    }

    private boolean failed() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
