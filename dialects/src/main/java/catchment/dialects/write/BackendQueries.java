package catchment.dialects.write;

import catchment.compiler.backend.BackendTable.Source;
import catchment.compiler.plan.Plan;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.TableScan;

/** The queries of a backend that a plan reads: each stands once in the program where the engine can give it a name, else wherever it is read. */
final class BackendQueries {
    private BackendQueries() {}

    /** The tables that a plan reads, in order. */
    private static Set<String> read(Plan plan) {
        Set<String> names = new LinkedHashSet<>();
        RelVisitor visitor = new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                if (node instanceof TableScan scan) {
                    names.add(scan.getTable().getQualifiedName().getLast());
                }
                super.visit(node, ordinal, parent);
            }
        };
        Stream.concat(plan.stages().stream().map(Plan.Stage::relation), plan.outputs().stream().map(Plan.Output::relation)).forEach(visitor::go);
        return names;
    }

    /**
     * Adds what must be run before the first stage, and what removes it.
     *
     * @param places is told where the queries are read from now on
     */
    static void prepare(Plan plan, TableMapping mapping, Dialect dialect, Places places, MadeColumns made, List<SqlProgram.Statement> setup, List<SqlProgram.Statement> cleanup) {
        for (String table : read(plan)) {
            if (!(mapping.tables().get(table) instanceof TableMapping.MappedTable(Source.Query(String sql, boolean computedOnce), var columns))) {
                continue;
            }
            String purpose = "the table " + table + " of the backend";
            if (computedOnce) {
                String place = places.keep(table);
                List<String> names = columns.values().stream().map(TableMapping.MappedColumn::name).distinct().sorted().toList();
                String discard = dialect.discard(place);
                Optional<SqlProgram.Made> makes = Optional.of(new SqlProgram.Made(place, discard));
                for (String text : dialect.materialise(place, made.added(sql, names))) {
                    setup.add(new SqlProgram.Statement(text, purpose, List.of(), makes));
                    makes = Optional.empty();
                }
                cleanup.addFirst(new SqlProgram.Statement(discard, "removes " + purpose, List.of()));
            } else if (!dialect.stagesOutliveSession()) {
                // a name is gone with its session, and another may go on
                dialect.named("", "").ifPresent(_ -> {
                    String place = places.keep(table);
                    setup.add(new SqlProgram.Statement("-- " + purpose + "\n" + dialect.named(place, sql).orElseThrow(), purpose, List.of()));
                    cleanup.addFirst(new SqlProgram.Statement(dialect.discardNamed(place), "removes " + purpose, List.of()));
                });
            }
        }
    }
}
