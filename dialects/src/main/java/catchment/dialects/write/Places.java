package catchment.dialects.write;

import catchment.dialects.spi.Dialect;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalTableScan;

/** Where the stages and the data of one program are kept. */
final class Places {
    private final Dialect dialect;
    private final String run;
    private final Map<String, List<String>> places = new HashMap<>();

    /**
     * @param run what tells this run from others
     */
    Places(Dialect dialect, String run) {
        this.dialect = dialect;
        this.run = run;
    }

    /** Finds the place of a stage or data, quoted; from now on it is read there. */
    String of(String name) {
        List<String> place = places.computeIfAbsent(name, one -> dialect.place(one, run));
        return place.stream().map(dialect::quoted).collect(Collectors.joining("."));
    }

    /** The relation, which reads stages and data where they are. */
    RelNode in(RelNode relation) {
        return relation.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(TableScan scan) {
                List<String> place = places.get(scan.getTable().getQualifiedName().getLast());
                if (place == null || place.equals(scan.getTable().getQualifiedName())) {
                    return scan;
                }
                RelOptTableImpl described =
                        RelOptTableImpl.create(null, scan.getRowType(), ImmutableList.copyOf(place), (Expression) null);
                return LogicalTableScan.create(scan.getCluster(), described, ImmutableList.of());
            }
        });
    }
}
