package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.runtime.RunException;
import catchment.runtime.attrition.Attrition;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
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
        Map<String, List<List<Object>>> numbers = new HashMap<>();
        try (OpenEngine engine = OpenEngine.open(request.engine(), tables, request.cancellation())) {
            if (failed()) {
                return Map.of();
            }
            engine.answer(measures, request.spans(), request.progress(), "counting patients", results -> {
                for (Measure measure : measures.measures()) {
                    try (RowStream rows = results.rows(measure.name())) {
                        numbers.put(measure.name(), read(rows));
                    }
                }
            });
        }
        return write(attrition.table(numbers::get, shown, request.spans(), sources));
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
                Map.of(table.name(), table.columns()), request.output(), request.console(), request.workingDirectory(), request.progress(), request.cancellation(), request.metadata(), request.companion())) {
            output.write(table.name(), RowStream.of(table));
            return output.commit();
        }
    }

    private boolean failed() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
