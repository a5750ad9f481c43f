package catchment.runtime.data;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.eval.FileKind;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.TableSchema;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.format.FileFormat;
import catchment.runtime.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A definition with its tables read: each {@code table_from_file} becomes a table whose rows are written in the definition, so nothing that follows needs to know
 * of files.
 *
 * @param definition the definition; as it was where a file could not be read
 * @param diagnostics what is wrong with the files
 */
public record InlineFiles<D>(D definition, List<Diagnostic> diagnostics) {
    public InlineFiles {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads the files of a dataset.
     *
     * @param spans where nodes come from; the new nodes are added
     * @param workingDirectory what paths are relative to, and must stay within
     */
    public static InlineFiles<DatasetDefinition> read(DatasetDefinition dataset, Spans spans, Path workingDirectory) {
        return read(dataset, dataset.roots(), dataset.dummyData(), spans, workingDirectory, InlineFiles::replaced);
    }

    /**
     * Reads the files of measures.
     *
     * @param spans where nodes come from; the new nodes are added
     * @param workingDirectory what paths are relative to, and must stay within
     */
    public static InlineFiles<MeasuresDefinition> read(MeasuresDefinition measures, Spans spans, Path workingDirectory) {
        return read(measures, measures.roots(), measures.dummyData(), spans, workingDirectory, InlineFiles::replaced);
    }

    /** The files that tables are read from, as the definition names them. */
    public static List<Path> paths(Collection<Node> roots) {
        return Graph.postOrder(List.copyOf(roots)).stream()
                .flatMap(node -> node instanceof InlinePatientTable table && table.rows() instanceof InlineRows.File file ? Stream.of(file.path()) : Stream.empty())
                .distinct()
                .toList();
    }

    private static <D> InlineFiles<D> read(
            D definition,
            Collection<Node> own,
            DummyDataSettings dummyData,
            Spans spans,
            Path workingDirectory,
            BiFunction<D, Map<Node, Node>, D> replaced) {
        List<Node> roots = new ArrayList<>(own);
        dummyData.additionalPopulationConstraint().ifPresent(roots::add);
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<InlinePatientTable, InlinePatientTable> written = new IdentityHashMap<>();
        for (Node node : Graph.postOrder(roots)) {
            if (node instanceof InlinePatientTable table && table.rows() instanceof InlineRows.File file) {
                List<List<Object>> rows = rows(table, file.path(), spans.of(table).orElse(Span.NONE), workingDirectory, diagnostics);
                written.put(table, new InlinePatientTable(table.definition(), new InlineRows.Written(rows)));
            }
        }
        if (written.isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError)) {
            return new InlineFiles<>(definition, diagnostics);
        }
        Map<Node, Node> became =
                Replacement.of(roots, node -> node instanceof InlinePatientTable table ? written.getOrDefault(table, table) : node);
        became.forEach((before, after) -> spans.of(before).ifPresent(span -> spans.add(after, span)));
        return new InlineFiles<>(replaced.apply(definition, became), diagnostics);
    }

    private static DatasetDefinition replaced(DatasetDefinition dataset, Map<Node, Node> became) {
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        dataset.events().forEach((name, table) -> events.put(name, (SeriesCollection) became.get(table)));
        return new DatasetDefinition(
                (Series) became.get(dataset.population()),
                replaced(dataset.variables(), became),
                events,
                replaced(dataset.dummyData(), became));
    }

    private static MeasuresDefinition replaced(MeasuresDefinition measures, Map<Node, Node> became) {
        return new MeasuresDefinition(
                measures.measures().stream()
                        .map(measure -> new MeasuresDefinition.Measure(
                                measure.name(),
                                (Series) became.get(measure.numerator()),
                                (Series) became.get(measure.denominator()),
                                replaced(measure.groupBy(), became),
                                measure.intervals()))
                        .toList(),
                replaced(measures.dummyData(), became),
                measures.disclosureControl());
    }

    private static Map<String, Series> replaced(Map<String, Series> series, Map<Node, Node> became) {
        Map<String, Series> replaced = new LinkedHashMap<>();
        series.forEach((name, one) -> replaced.put(name, (Series) became.get(one)));
        return replaced;
    }

    private static DummyDataSettings replaced(DummyDataSettings dummyData, Map<Node, Node> became) {
        return new DummyDataSettings(
                dummyData.populationSize(),
                dummyData.legacy(),
                dummyData.timeoutSeconds(),
                dummyData.additionalPopulationConstraint().map(series -> (Series) became.get(series)));
    }

    /** What keeps a file that is there from being read: a link may lead anywhere, and a pipe never ends. */
    private static Optional<String> strange(Path file, Path workingDirectory) {
        try {
            return !file.toRealPath().startsWith(workingDirectory.toRealPath())
                    ? Optional.of("is a link that leads out of the working directory")
                    : FileKind.strange(file);
        } catch (IOException unreadable) {
            return Optional.of("cannot be read");
        }
    }

    private static List<List<Object>> rows(
            InlinePatientTable table, Path path, Span span, Path workingDirectory, List<Diagnostic> diagnostics) {
        String shown = TableFile.shown(path, workingDirectory);
        Optional<FileFormat> format = FileFormat.of(path.getFileName().toString());
        Path resolved = workingDirectory.resolve(path).normalize();
        Optional<Diagnostic> wrong = format.isEmpty()
                ? Optional.of(TableDirectory.unknownFormat(shown, span))
                : !resolved.toAbsolutePath().startsWith(workingDirectory.toAbsolutePath().normalize())
                        ? Optional.of(Diagnostic.error(DataCode.DUMMY_FILE, span, "`" + shown + "` is outside the working directory"))
                        : !Files.exists(resolved)
                                ? Optional.of(Diagnostic.error(DataCode.DUMMY_FILE, span, "there is no file `" + shown + "`"))
                                : strange(resolved, workingDirectory).map(what -> Diagnostic.error(DataCode.DUMMY_FILE, span, "`" + shown + "` " + what));
        if (wrong.isPresent()) {
            diagnostics.add(wrong.get());
            return List.of();
        }
        List<TableSchema.Column> columns = table.schema().columns();
        FileTable expected = new FileTable(
                table.definition().name(),
                true,
                columns,
                columns.stream().map(TableSchema.Column::name).collect(Collectors.toSet()),
                true);
        Table read = TableReader.table(new TableFile(resolved, shown, format.orElseThrow()), expected, diagnostic -> {
            if (diagnostic.code() != DataCode.DUMMY_COLUMN_EXTRA) {
                diagnostics.add(diagnostic);
            }
        });
        List<List<Object>> rows = new ArrayList<>(read.rows().size());
        for (Table.Row row : read.rows()) {
            List<Object> values = new ArrayList<>(row.values());
            values.addFirst(row.patientId());
            rows.add(values);
        }
        return rows;
    }
}
