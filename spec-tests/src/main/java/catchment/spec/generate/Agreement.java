package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.runtime.RunException;
import catchment.runtime.Progress;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.reference.ReferenceMeasures;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compares what engines and the reference interpreter say of a definition. */
final class Agreement implements AutoCloseable {
    /** How much, of themselves, floats that are not exact may differ. */
    private static final double TOLERANCE = 1e-5;

    private static final String REFUSED = "does not run on ";

    private final Tables tables;
    private final List<LoadedEngine> engines;

    /**
     * @param engines hold the tables; they are closed with this
     */
    Agreement(Tables tables, List<LoadedEngine> engines) {
        this.tables = tables;
        this.engines = List.copyOf(engines);
    }

    /** With the engines in process. */
    static Agreement inProcess(Tables tables) throws Exception {
        return new Agreement(tables, List.of(LoadedEngine.duckDb(tables), LoadedEngine.sqlite(tables)));
    }

    /** True if a difference is that an engine does not run a program, not that its rows are others. */
    static boolean isRefusal(String difference) {
        return difference.startsWith(REFUSED);
    }

    /** What the engines hold. */
    Tables tables() {
        return tables;
    }

    /** The engines that hold them. */
    List<LoadedEngine> engines() {
        return engines;
    }

    /** What differs; empty if nothing does. */
    Optional<String> difference(DatasetDefinition dataset) {
        return difference(dataset.roots(), new ReferenceInterpreter(dataset).run(tables), dialect -> Programs.of(dataset, new Spans(), dialect));
    }

    /** What differs between the engines, the reference interpreter, and the sums of a dataset for each interval; empty if nothing does. */
    Optional<String> difference(MeasuresDefinition measures) {
        List<ResultTable> expected = new ReferenceMeasures(measures).run(tables, Progress.NONE);
        Map<String, Set<List<Object>>> summed = new IntervalByInterval(measures, tables).rows();
        for (ResultTable table : expected) {
            Set<List<Object>> rows = new HashSet<>();
            table.rows().forEach(row -> rows.add(row.stream().map(IntervalByInterval::key).toList()));
            if (table.rows().size() != rows.size() || !rows.equals(summed.get(table.name()))) {
                return Optional.of(table.name() + ": " + table.rows() + ", interval by interval " + summed.get(table.name()));
            }
        }
        return difference(measures.roots(), expected, dialect -> Programs.of(measures, new Spans(), dialect));
    }

    /** An engine that declares not to compute some of it is not asked. */
    private Optional<String> difference(Collection<? extends Node> roots, List<ResultTable> expected, Function<Dialect, SqlProgram> programs) {
        List<Node> nodes = Graph.postOrder(roots);
        return engines.stream()
                .filter(engine -> nodes.stream().allMatch(engine.dialect()::computes))
                .flatMap(engine -> difference(expected, programs.apply(engine.dialect()), engine).stream())
                .findFirst();
    }

    private static Optional<String> difference(List<ResultTable> expected, SqlProgram program, LoadedEngine engine) {
        List<List<List<Object>>> actual;
        try {
            actual = engine.results(program);
        } catch (RunException fault) {
            return Optional.of(REFUSED + program.dialect() + ": " + fault.getMessage() + "\n" + text(program));
        }
        return difference(expected, actual, program.dialect()).map(difference -> difference + "\n" + text(program));
    }

    /** The first thing in which the rows of an engine's tables differ from what is expected; empty if nothing does. */
    static Optional<String> difference(List<ResultTable> expected, List<List<List<Object>>> actual, String engine) {
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = difference(expected.get(i), actual.get(i), engine);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(ResultTable expected, List<List<Object>> actual, String engine) {
        if (expected.rows().size() != actual.size()) {
            return Optional.of(expected.name() + ": " + expected.rows().size() + " rows, " + engine + " " + actual.size() + "\n" + expected.rows() + "\n" + actual);
        }
        for (int row = 0; row < actual.size(); row++) {
            for (int column = 0; column < expected.columns().size(); column++) {
                Object one = expected.rows().get(row).get(column);
                Object other = actual.get(row).get(column);
                if (!alike(one, other)) {
                    return Optional.of(expected.name() + " patient " + expected.rows().get(row).getFirst() + " column "
                            + expected.columns().get(column).name() + ": " + one + ", " + engine + " " + other);
                }
            }
        }
        return Optional.empty();
    }

    /** True if rows are the same, but for a little in floats. */
    static boolean alike(List<List<Object>> some, List<List<Object>> others) {
        boolean same = some.size() == others.size();
        for (int row = 0; same && row < some.size(); row++) {
            same = some.get(row).size() == others.get(row).size();
            for (int column = 0; same && column < some.get(row).size(); column++) {
                same = alike(some.get(row).get(column), others.get(row).get(column));
            }
        }
        return same;
    }

    private static boolean alike(Object one, Object other) {
        if (one instanceof Double first && other instanceof Double second) {
            return Math.abs(first - second) <= TOLERANCE * Math.max(Math.abs(first), Math.abs(second));
        }
        return java.util.Objects.equals(one, other);
    }

    private static String text(SqlProgram program) {
        StringBuilder text = new StringBuilder();
        program.data().forEach(data -> text.append(data).append('\n'));
        program.setup().forEach(statement -> text.append(statement.sql()).append(";\n\n"));
        program.results().forEach(result -> text.append(result.query().sql()).append(";\n\n"));
        return text.toString();
    }

    @Override
    public void close() throws RunException {
        for (LoadedEngine engine : engines) {
            engine.close();
        }
    }
}
