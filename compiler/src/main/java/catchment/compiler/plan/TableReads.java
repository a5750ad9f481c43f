package catchment.compiler.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.TableScan;

/**
 * How often a plan reads each table of the database, and what for.
 *
 * @param table the table's name in the plan
 * @param reads one for each time, in the order in which the plan does them
 */
public record TableReads(String table, List<Read> reads) {
    public TableReads {
        reads = List.copyOf(reads);
    }

    /**
     * One time.
     *
     * @param purpose what the stage is for that reads it
     * @param served whom it serves
     */
    public record Read(String purpose, List<Plan.Served> served) {}

    /** The reads of all base tables of a plan, a table's where it is first read. */
    public static List<TableReads> of(Plan plan) {
        Set<String> made = new HashSet<>();
        plan.data().forEach(data -> made.add(data.name()));
        plan.stages().forEach(stage -> made.add(stage.name()));
        Map<String, List<Read>> reads = new LinkedHashMap<>();
        plan.stages().forEach(stage -> add(stage.relation(), new Read(stage.purpose(), stage.served()), made, reads));
        plan.outputs().forEach(output -> add(output.relation(), new Read("the result " + output.name(), output.served()), made, reads));
        return reads.entrySet().stream().map(entry -> new TableReads(entry.getKey(), entry.getValue())).toList();
    }

    private static void add(RelNode relation, Read read, Set<String> made, Map<String, List<Read>> reads) {
        new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                if (node instanceof TableScan scan && !made.contains(scan.getTable().getQualifiedName().getLast())) {
                    reads.computeIfAbsent(scan.getTable().getQualifiedName().getLast(), _ -> new ArrayList<>()).add(read);
                }
                super.visit(node, ordinal, parent);
            }
        }.go(relation);
    }
}
