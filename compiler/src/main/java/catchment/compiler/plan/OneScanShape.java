package catchment.compiler.plan;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import org.apache.calcite.util.ImmutableBitSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Reads a table once for many extractions: a true/false column for each distinct condition, one group for each patient, and for each extraction an aggregate of
 * the rows whose condition is true. A picked row is the least or greatest row of all its keys, so that its columns come from one row.
 *
 * <pre>
 * select patient_id, max(pack(date, value)) filter (where is_bmi), bool_or(is_asthma)
 * from (select patient_id, date, value, code in … as is_bmi, code in … as is_asthma from events)
 * where is_bmi or is_asthma group by patient_id
 * </pre>
 */
final class OneScanShape implements Shape {
    @Override
    public boolean fits(Extraction extraction, Capabilities capabilities) {
        return switch (extraction.node()) {
            case PickOneRowPerPatient _ -> capabilities.comparesRows();
            case Exists _, Count _, Aggregate _ -> true;
            default -> false;
        };
    }

    @Override
    public void answer(List<Extraction> extractions, EventRows events, Workshop shop) {
        int most = shop.capabilities.extractionsAtOnce();
        for (int from = 0; from < extractions.size(); from += most) {
            new Scan(extractions.subList(from, Math.min(from + most, extractions.size())), shop).answer(events);
        }
    }

    /** One reading of the table. */
    private static final class Scan {
        private final List<Extraction> extractions;
        private final Workshop shop;
        private final Algebra algebra;
        private final List<Node> nodes;
        private final Map<Object, Integer> columns = new HashMap<>();
        private final List<Series> wanted = new ArrayList<>();
        private final List<RexNode> inputs = new ArrayList<>();
        private final List<String> inputNames = new ArrayList<>();
        private final Map<Object, Integer> inputAt = new LinkedHashMap<>();
        private RelNode rows;
        private boolean alike;

        Scan(List<Extraction> extractions, Workshop shop) {
            this.extractions = extractions;
            this.shop = shop;
            this.algebra = shop.algebra;
            this.nodes = extractions.stream().map(Extraction::node).toList();
        }

        void answer(EventRows events) {
            String name = shop.served.name(nodes, extractions.getFirst().table().definition().name());
            Names fresh = new Names();
            fresh.reserve(Relation.PATIENT);
            List<String> names = new ArrayList<>();
            for (Extraction extraction : extractions) {
                extraction.flag().ifPresent(flag -> want(flag, "is_" + shop.served.nameOr(flag, "matched"), fresh, names));
            }
            int flags = wanted.size();
            for (Extraction extraction : extractions) {
                for (Series value : extraction.values()) {
                    String wish = value instanceof SelectColumn column ? column.name() : shop.served.nameOr(value, "value");
                    want(value, wish, fresh, names);
                }
            }
            rows = new Assembly(shop, events, name, wanted).relation(names);
            boolean everyRow = extractions.stream().anyMatch(extraction -> extraction.flag().isEmpty());
            alike = flags == 0 || (flags == 1 && !everyRow);
            List<RexNode> any = new ArrayList<>();
            for (int i = 0; i < flags && !everyRow; i++) {
                any.add(algebra.input(rows, i + 1));
            }
            // without a condition the filter still keeps the named columns below apart from the aggregates above
            RexNode kept = any.isEmpty()
                    ? algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, algebra.input(rows, 0))
                    : algebra.balanced(SqlStdOperatorTable.OR, any);
            rows = algebra.filter(rows, kept);
            group(name);
        }

        private void want(Series series, String wish, Names fresh, List<String> names) {
            if (!columns.containsKey(Extraction.identity(series))) {
                columns.put(Extraction.identity(series), wanted.size() + 1);
                wanted.add(series);
                names.add(fresh.fresh(wish));
            }
        }

        private void group(String name) {
            inputs.add(algebra.input(rows, 0));
            inputNames.add(Relation.PATIENT);
            record Answer(Node node, String column, Relation.Read read) {}
            List<AggregateCall> calls = new ArrayList<>();
            List<Answer> answers = new ArrayList<>();
            record Pending(SqlAggFunction function, boolean distinct, List<Integer> arguments, int filter, String name) {}
            List<Pending> pending = new ArrayList<>();
            Names fresh = new Names();
            fresh.reserve(Relation.PATIENT);
            for (Extraction extraction : extractions) {
                Node node = extraction.node();
                String column = fresh.fresh(shop.served.nameOr(node, wish(node)));
                int filter = filter(extraction.flag());
                Series value = extraction.values().isEmpty() ? null : extraction.values().getFirst();
                switch (node) {
                    case Exists _ -> {
                        int argument = filter >= 0 ? filter : input("found", algebra.literal(true, Type.BOOL));
                        pending.add(new Pending(Operators.ANY_TRUE, false, List.of(argument), -1, column));
                        answers.add(new Answer(node, column, (a, found) -> a.sure(SqlStdOperatorTable.IS_TRUE, Type.BOOL, found)));
                    }
                    case Count _ -> {
                        pending.add(new Pending(SqlStdOperatorTable.COUNT, false, List.of(), filter, column));
                        answers.add(new Answer(node, column, Scan::orZero));
                    }
                    case PickOneRowPerPatient pick -> {
                        RexNode row = row(extraction.values(), pick);
                        SqlAggFunction function = pick.position() == PickOneRowPerPatient.Position.FIRST ? Operators.LEAST_ROW : Operators.GREATEST_ROW;
                        pending.add(new Pending(function, false, List.of(input(pick, row)), filter, column));
                        answers.add(new Answer(node, column, Relation.Read.PLAIN));
                    }
                    case Aggregate aggregate -> {
                        int argument = input(Extraction.identity(value), algebra.input(rows, columns.get(Extraction.identity(value))));
                        boolean whole = value.type() == Type.INT;
                        switch (aggregate.kind()) {
                            case COUNT_DISTINCT -> {
                                pending.add(new Pending(SqlStdOperatorTable.COUNT, true, List.of(argument), filter, column));
                                answers.add(new Answer(node, column, Scan::orZero));
                            }
                            case MIN -> {
                                pending.add(new Pending(SqlStdOperatorTable.MIN, false, List.of(argument), filter, column));
                                answers.add(new Answer(node, column, Relation.Read.PLAIN));
                            }
                            case MAX -> {
                                pending.add(new Pending(SqlStdOperatorTable.MAX, false, List.of(argument), filter, column));
                                answers.add(new Answer(node, column, Relation.Read.PLAIN));
                            }
                            case SUM -> {
                                pending.add(new Pending(
                                        whole ? Operators.SUM_WHOLE : Operators.SUM_FLOAT, false, List.of(argument), filter, column));
                                answers.add(new Answer(node, column, whole ? Scan::narrow : Scan::finite));
                            }
                            case MEAN -> {
                                pending.add(new Pending(
                                        whole ? Operators.MEAN_WHOLE : Operators.MEAN_FLOAT, false, List.of(argument), filter, column));
                                answers.add(new Answer(node, column, Scan::finite));
                            }
                        }
                    }
                    default -> throw new IllegalStateException("not answered by one scan: " + node.getClass());
                }
            }
            RelNode projected = algebra.project(rows, inputs, inputNames);
            for (Pending one : pending) {
                calls.add(algebra.aggregate(one.function(), one.distinct(), one.arguments(), one.filter(), projected, one.name()));
            }
            RelNode grouped = LogicalAggregate.create(projected, List.of(), ImmutableBitSet.of(0), null, calls);
            Relation stage = shop.stage(name, "read from " + extractions.getFirst().table().definition().name(), grouped, nodes);
            for (Answer answer : answers) {
                shop.know(answer.node(), new Reference(new Slot(stage, answer.column()), answer.read()));
            }
        }

        private static RexNode orZero(Algebra algebra, RexNode count) {
            return algebra.call(SqlStdOperatorTable.COALESCE, Type.INT, count, algebra.literal(0L, Type.INT));
        }

        private static RexNode narrow(Algebra algebra, RexNode sum) {
            return algebra.call(Operators.NARROW, Type.INT, sum);
        }

        private static RexNode finite(Algebra algebra, RexNode value) {
            return algebra.call(Operators.FINITE, Type.FLOAT, value);
        }

        /** The input column that says which rows count; −1 where all rows that are left do. */
        private int filter(Optional<Series> flag) {
            if (alike || flag.isEmpty()) {
                return -1;
            }
            return input(List.of("flag", flag.get()), algebra.sure(SqlStdOperatorTable.IS_TRUE, Type.BOOL, algebra.input(rows, columns.get(Extraction.identity(flag.get())))));
        }

        private int input(Object key, RexNode expression) {
            Integer known = inputAt.get(key);
            if (known == null) {
                known = inputs.size();
                inputAt.put(key, known);
                inputs.add(expression);
                inputNames.add("input_" + known);
            }
            return known;
        }

        /** All keys of a pick as one row; before each stands whether it is there, so that nulls come first. */
        private RexNode row(List<Series> keys, PickOneRowPerPatient pick) {
            List<RexNode> fields = new ArrayList<>();
            List<String> names = new ArrayList<>();
            List<RelDataType> types = new ArrayList<>();
            HashSet<String> taken = new HashSet<>();
            keys.forEach(key -> {
                if (key instanceof SelectColumn column) {
                    taken.add(column.name().toLowerCase(java.util.Locale.ROOT));
                }
            });
            Names fresh = new Names();
            taken.forEach(fresh::reserve);
            for (Series key : keys) {
                RexNode value = algebra.input(rows, columns.get(Extraction.identity(key)));
                String keyName = key instanceof SelectColumn column ? column.name() : fresh.fresh("key");
                names.add(fresh.fresh("has_" + keyName));
                fields.add(algebra.literal(names.getLast(), Type.STR));
                fields.add(algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, value));
                names.add(keyName);
                fields.add(algebra.literal(keyName, Type.STR));
                fields.add(value);
                types.add(algebra.type(Type.BOOL, false));
                types.add(algebra.type(key.type()));
            }
            return algebra.call(Operators.PACK, algebra.row(names, types), fields);
        }

        private static String wish(Node node) {
            return switch (node) {
                case Exists _ -> "found";
                case Count _ -> "number";
                case PickOneRowPerPatient pick -> pick.position() == PickOneRowPerPatient.Position.FIRST ? "first" : "last";
                case Aggregate aggregate -> aggregate.kind().name().toLowerCase(java.util.Locale.ROOT);
                default -> "value";
            };
        }
    }
}
