package catchment.compiler.plan;

import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The numerators and denominators of a batch, summed by interval and groups. The values of its patients are brought together once; each distinct grouping is one
 * summing of them, for all measures that have it.
 */
final class Sums {
    /** What counts, in which interval: {@code interval} first, the values of series behind it. */
    private record Values(RelNode relation, List<Series> series) {
        int at(Series one) {
            return 1 + series.indexOf(one);
        }
    }

    /** {@code interval}, the groups, the denominator, the numerators. */
    private record Summed(RelNode relation, List<Series> groups, List<Series> numerators) {
        int at(Series group) {
            return 1 + groups.indexOf(group);
        }

        int denominator() {
            return 1 + groups.size();
        }

        int numerator(Series numerator) {
            return 2 + groups.size() + numerators.indexOf(numerator);
        }
    }

    private final Workshop shop;
    private final Algebra algebra;
    private final PatientRows rows;
    private final Batches.Batch batch;
    private final boolean alone;

    /**
     * @param rows of which everything that the batch needs is known
     * @param alone true if every row counts in the batch's denominator
     */
    Sums(Workshop shop, PatientRows rows, Batches.Batch batch, boolean alone) {
        this.shop = shop;
        this.algebra = shop.algebra;
        this.rows = rows;
        this.batch = batch;
        this.alone = alone;
    }

    /** The output of each measure, by name. */
    Map<String, Plan.Output> outputs() {
        Map<Set<Series>, List<Batches.Member>> groupings = new LinkedHashMap<>();
        for (Batches.Member member : batch.members()) {
            groupings.computeIfAbsent(Set.copyOf(member.groups().values()), _ -> new ArrayList<>()).add(member);
        }
        Values values = values();
        if (groupings.size() > 1) {
            values = new Values(staged(values.relation(), "values", values.series()), values.series());
        }
        Map<String, Plan.Output> outputs = new LinkedHashMap<>();
        for (List<Batches.Member> members : groupings.values()) {
            Summed summed = summed(values, members);
            if (members.size() > 1) {
                summed = new Summed(staged(summed.relation(), "sums", summed.numerators()), summed.groups(), summed.numerators());
            }
            for (Batches.Member member : members) {
                outputs.put(member.measure().name(), output(member, summed));
            }
        }
        return outputs;
    }

    private RelNode staged(RelNode content, String what, List<Series> series) {
        Relation stage = shop.stage(shop.served.name(series) + "_" + what, what + " by interval", content, List.of(Relation.INTERVAL), series);
        return shop.scan(stage, content.getRowType().getFieldNames());
    }

    private Values values() {
        SequencedSet<Series> wanted = new LinkedHashSet<>();
        batch.members().forEach(member -> wanted.addAll(member.groups().values()));
        batch.members().forEach(member -> wanted.add(member.numerator()));
        if (!isCount(batch.weight())) {
            wanted.add(batch.weight());
        }
        List<Series> given = List.copyOf(wanted);
        if (!alone) {
            wanted.add(batch.denominator());
        }
        List<Series> all = List.copyOf(wanted);
        Names fresh = new Names(rows.keyNames());
        List<String> names = all.stream().map(one -> fresh.fresh(shop.served.nameOr(one, "value"))).toList();
        RelNode values = new Assembly(shop, rows, shop.served.name(all), all).relation(names);
        int key = rows.keyNames().size();
        // where all rows count the filter still keeps the named columns below apart from the sums above
        RexNode kept = alone
                ? algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, algebra.input(values, 0))
                : algebra.input(values, key + all.indexOf(batch.denominator()));
        RelNode counted = algebra.filter(values, kept);
        List<RexNode> columns = new ArrayList<>(List.of(algebra.input(counted, key - 1)));
        for (int i = 0; i < given.size(); i++) {
            columns.add(algebra.input(counted, key + i));
        }
        List<String> columnNames = Algebra.joined(List.of(Relation.INTERVAL), names.subList(0, given.size()));
        return new Values(algebra.project(counted, columns, columnNames), given);
    }

    /** True for what counts patients. */
    private static boolean isCount(Series series) {
        return series.type() == Type.BOOL;
    }

    private Summed summed(Values values, List<Batches.Member> members) {
        List<Series> groups = List.copyOf(new LinkedHashSet<>(members.getFirst().groups().values()));
        List<Series> numerators = members.stream().map(Batches.Member::numerator).distinct().toList();
        RelNode from = values.relation();
        List<RexNode> inputs = new ArrayList<>(List.of(algebra.input(from, 0)));
        groups.forEach(group -> inputs.add(algebra.input(from, values.at(group))));
        List<String> names = new ArrayList<>();
        int width = inputs.size();
        List<String> columns = from.getRowType().getFieldNames();
        names.add(Relation.INTERVAL);
        groups.forEach(group -> names.add(columns.get(values.at(group))));
        Names fresh = new Names(names);
        List<Series> all = Algebra.joined(List.of(batch.weight()), numerators);
        List<Integer> inputOf = new ArrayList<>();
        for (Series series : all) {
            boolean everybody = inputOf.isEmpty() && isCount(series);
            inputOf.add(everybody ? -1 : inputs.size());
            if (!everybody) {
                RexNode value = algebra.input(from, values.at(series));
                inputs.add(isCount(series)
                        ? algebra.sure(SqlStdOperatorTable.IS_TRUE, Type.BOOL, value)
                        : algebra.call(SqlStdOperatorTable.COALESCE, Type.INT, value, algebra.literal(0L, Type.INT)));
                names.add(fresh.fresh("counted"));
            }
        }
        RelNode projected = algebra.project(from, inputs, names);
        List<AggregateCall> calls = new ArrayList<>();
        List<String> results = new ArrayList<>(names.subList(0, width));
        Names sums = new Names(results);
        for (int i = 0; i < all.size(); i++) {
            String name = sums.fresh(i == 0 ? "denominator" : numerators.size() == 1 ? "numerator" : shop.served.nameOr(all.get(i), "numerator"));
            results.add(name);
            calls.add(isCount(all.get(i))
                    ? algebra.aggregate(SqlStdOperatorTable.COUNT, false, List.of(), inputOf.get(i), projected, name)
                    : algebra.aggregate(Operators.SUM_WHOLE, false, List.of(inputOf.get(i)), -1, projected, name));
        }
        RelNode grouped = LogicalAggregate.create(projected, List.of(), ImmutableBitSet.range(width), null, calls);
        List<RexNode> values64 = algebra.inputs(grouped, width);
        for (int i = 0; i < all.size(); i++) {
            RexNode sum = algebra.input(grouped, width + i);
            values64.add(isCount(all.get(i)) ? sum : algebra.call(Operators.NARROW, Type.INT, sum));
        }
        return new Summed(algebra.project(grouped, values64, results), groups, numerators);
    }

    /** Sorted by interval and groups, nulls first. */
    private Plan.Output output(Batches.Member member, Summed summed) {
        RelNode from = summed.relation();
        List<Plan.Column> columns = new ArrayList<>();
        List<RexNode> values = new ArrayList<>();
        for (Map.Entry<String, Integer> one : List.of(
                Map.entry(Relation.INTERVAL, 0),
                Map.entry("numerator", summed.numerator(member.numerator())),
                Map.entry("denominator", summed.denominator()))) {
            columns.add(new Plan.Column(one.getKey(), Type.INT));
            values.add(algebra.input(from, one.getValue()));
        }
        member.groups().forEach((name, series) -> {
            columns.add(new Plan.Column(name, series.type()));
            values.add(shop.sortable(algebra.input(from, summed.at(series)), series.type()));
        });
        Names fresh = new Names();
        List<String> names = columns.stream().map(column -> fresh.fresh(column.name())).toList();
        List<RelFieldCollation> order = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i != 1 && i != 2) {
                order.add(new RelFieldCollation(i, RelFieldCollation.Direction.ASCENDING, RelFieldCollation.NullDirection.FIRST));
            }
        }
        RelNode sorted = LogicalSort.create(algebra.project(from, values, names), RelCollations.of(order), null, null);
        Collection<Series> served = Algebra.joined(List.of(member.numerator(), batch.denominator()), List.copyOf(member.groups().values()));
        return new Plan.Output(member.measure().name(), sorted, columns, shop.served.by(served));
    }
}
