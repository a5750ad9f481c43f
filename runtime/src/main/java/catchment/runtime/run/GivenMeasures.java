package catchment.runtime.run;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableReader;
import catchment.runtime.measures.MeasureColumns;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowOrder;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures that were given out before: a file of all of them, or a folder with a file for each.
 *
 * @param byMeasure the rows of each measure, with the columns of {@link MeasureColumns#of}
 * @param diagnostics what is wrong with the files
 */
record GivenMeasures(Map<String, ResultTable> byMeasure, List<Diagnostic> diagnostics) {
    /** Interval and groups; ratio, numerator and denominator do not put rows in order. */
    private static final int NUMBERS_FROM = 2;

    private static final int NUMBERS_TO = 5;

    GivenMeasures {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads them.
     *
     * @param workingDirectory what the path is relative to
     */
    static GivenMeasures read(MeasuresDefinition measures, Path path, Path workingDirectory) {
        boolean apart = Files.isDirectory(workingDirectory.resolve(path));
        List<FileTable> wanted = apart
                ? measures.measures().stream().map(measure -> FileTable.summary(measure.name(), MeasureColumns.of(measure))).toList()
                : List.of(FileTable.summary(MeasureColumns.COMBINED, MeasureColumns.combined(measures)));
        TableDirectory found = TableDirectory.findOutput(path, wanted, workingDirectory);
        List<Diagnostic> diagnostics = new ArrayList<>(found.diagnostics());
        Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
        measures.measures().forEach(measure -> rows.put(measure.name(), new ArrayList<>()));
        found.files().forEach((table, file) -> {
            Table read = TableReader.table(file, table, diagnostics::add);
            if (apart) {
                read.rows().forEach(row -> rows.get(table.name()).add(row.values()));
            } else if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
                spread(measures, read, rows);
            }
        });
        Map<String, ResultTable> results = new LinkedHashMap<>();
        measures.measures().forEach(measure -> results.put(measure.name(), sorted(measure, rows.get(measure.name()))));
        return new GivenMeasures(results, diagnostics);
    }

    private static void spread(MeasuresDefinition measures, Table all, Map<String, List<List<Object>>> rows) {
        Map<String, int[]> columns = new LinkedHashMap<>();
        for (Measure measure : measures.measures()) {
            columns.put(measure.name(), MeasureColumns.of(measure).stream()
                    .mapToInt(column -> all.index(column.name()).orElseThrow())
                    .toArray());
        }
        int name = all.index("measure").orElseThrow();
        for (Table.Row row : all.rows()) {
            String measure = (String) row.values().get(name);
            List<Object> values = new ArrayList<>();
            for (int column : columns.get(measure)) {
                values.add(row.values().get(column));
            }
            rows.get(measure).add(values);
        }
    }

    private static ResultTable sorted(Measure measure, List<List<Object>> rows) {
        List<ColumnSpecification> columns = MeasureColumns.of(measure);
        List<List<Object>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(GivenMeasures::key, RowOrder.BY_ALL_COLUMNS));
        return new ResultTable(measure.name(), columns, sorted);
    }

    private static List<Object> key(List<Object> row) {
        List<Object> key = new ArrayList<>(row.subList(0, NUMBERS_FROM));
        key.addAll(row.subList(NUMBERS_TO, row.size()));
        return key;
    }

    RowStream rows(Measure measure) {
        return RowStream.of(byMeasure.get(measure.name()));
    }
}
