package catchment.runtime.run;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.measures.MeasureColumns;
import catchment.runtime.measures.MeasuresOutput;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.tables.RowStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs measures from their data to their output. */
public final class MeasuresRun {
    private final MeasuresRequest request;
    private final List<Diagnostic> diagnostics;
    private final ResumedLines console;

    private MeasuresRun(MeasuresRequest request, List<Diagnostic> diagnostics) {
        this.request = request;
        this.diagnostics = diagnostics;
        this.console = new ResumedLines(request.console());
    }

    /**
     * Runs measures. Whatever goes wrong for a reason of the user's or the machine's is in the outcome, not thrown; then no output was written. An interruption of
     * the calling thread stops the run.
     */
    public static RunOutcome run(MeasuresRequest request) {
        return RunThread.outcome("measures run", request.cancellation(), diagnostics -> new MeasuresRun(request, diagnostics).rows());
    }

    /** The names of the output tables in a folder: a table for each measure. */
    public static Set<String> outputTables(MeasuresDefinition measures) {
        return measures.measures().stream().map(Measure::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, Long> rows() throws RunException {
        if (request.source() instanceof DataSource.DummyDataFile file) {
            GivenMeasures given = GivenMeasures.read(request.measures(), file.path(), request.workingDirectory());
            diagnostics.addAll(given.diagnostics());
            return failed() ? Map.of() : write(MeasuresOutput.given(request.measures(), request.spans(), given::rows));
        }
        InlineFiles<MeasuresDefinition> inline = InlineFiles.read(request.measures(), request.spans(), request.workingDirectory());
        diagnostics.addAll(inline.diagnostics());
        MeasuresDefinition measures = inline.definition();
        SourceTables tables =
                new SourceTables(request.source(), UsedTables.of(measures.roots()), request.workingDirectory(), diagnostics::add);
        Map<String, Long> counts = new LinkedHashMap<>();
        try (OpenEngine engine = OpenEngine.open(request.engine(), tables, request.cancellation())) {
            if (!failed()) {
                engine.answer(measures, request.spans(), request.progress(), intervals(), numbers -> {
                    console.again();
                    counts.putAll(write(MeasuresOutput.computed(measures, request.spans(), measure -> numbers.rows(measure.name()))));
                });
            }
        }
        return counts;
    }

    /** All at once: their number, the first day and the last. */
    private String intervals() {
        List<Interval> all = request.measures().measures().stream().flatMap(measure -> measure.intervals().stream()).distinct().toList();
        LocalDate first = all.stream().map(Interval::start).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last = all.stream().map(Interval::end).max(Comparator.naturalOrder()).orElseThrow();
        return (all.size() == 1 ? "1 interval, " : all.size() + " intervals, ") + first + " to " + last;
    }

    private Map<String, Long> write(MeasuresOutput rows) throws RunException {
        List<Measure> measures = request.measures().measures();
        boolean apart = request.output() instanceof OutputTarget.Folder;
        Map<String, List<ColumnSpecification>> tables = new LinkedHashMap<>();
        if (apart) {
            measures.forEach(measure -> tables.put(measure.name(), MeasureColumns.of(measure)));
        } else {
            tables.put(MeasureColumns.COMBINED, MeasureColumns.combined(request.measures()));
        }
        try (Results output = new Results(
                tables, request.output(), console, request.workingDirectory(), request.progress(), request.cancellation(), request.metadata(), request.companion())) {
            if (apart) {
                for (Measure measure : measures) {
                    try (RowStream own = rows.rows(measure)) {
                        output.write(measure.name(), own);
                    }
                }
            } else {
                try (RowStream all = rows.combined()) {
                    output.write(MeasureColumns.COMBINED, all);
                }
            }
            return output.commit();
        }
    }

    private boolean failed() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
