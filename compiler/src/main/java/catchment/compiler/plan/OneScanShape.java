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
 * Reads a table once for many extractions: a true/false column for each distinct condition, one group for each patient (and interval), and for each extraction an aggregate of
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
        private List<String> key = List.of();
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
            key = events.keyNames();
            Names fresh = new Names(key);
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
                any.add(algebra.input(rows, key.size() + i));
            }
            // without a condition the filter still keeps the named columns below apart from the aggregates above
            RexNode kept = any.isEmpty()
                    ? algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, algebra.input(rows, 0))
                    : any.size() == 1 ? any.getFirst() : algebra.call(SqlStdOperatorTable.OR, algebra.type(Type.BOOL), any);
            rows = algebra.filter(rows, kept);
            group(name);
        }

        private void want(Series series, String wish, Names fresh, List<String> names) {
            if (!columns.containsKey(Extraction.identity(series))) {
                columns.put(Extraction.identity(series), key.size() + wanted.size());
                wanted.add(series);
                names.add(fresh.fresh(wish));
            }
        }

        private void group(String name) {
            inputs.addAll(algebra.inputs(rows, key.size()));
            inputNames.addAll(key);
            List<AggregateCall> calls = new ArrayList<>();
            List<Pending> pending = new ArrayList<>();
            Names fresh = new Names(key);
            for (Extraction extraction : extractions) {
                pending.add(pending(extraction, fresh.fresh(shop.served.nameOr(extraction.node(), wish(extraction.node())))));
            }
            RelNode projected = algebra.project(rows, inputs, inputNames);
            for (Pending one : pending) {
                calls.add(algebra.aggregate(one.function(), one.distinct(), one.arguments(), one.filter(), projected, one.name()));
            }
            RelNode grouped = LogicalAggregate.create(projected, List.of(), ImmutableBitSet.range(key.size()), null, calls);
            finish(name, grouped);
        }

        /** An aggregate that is wanted. */
        private record Pending(SqlAggFunction function, boolean distinct, List<Integer> arguments, int filter, String name) {}

        private Pending pending(Extraction extraction, String name) {
            int filter = filter(extraction.flag());
            return switch (extraction.node()) {
                case Exists _ -> new Pending(
                        Operators.ANY_TRUE, false, List.of(filter >= 0 ? filter : input("found", algebra.literal(true, Type.BOOL))), -1, name);
                case Count _ -> new Pending(SqlStdOperatorTable.COUNT, false, List.of(), filter, name);
                case PickOneRowPerPatient pick -> {
                    boolean first = pick.position() == PickOneRowPerPatient.Position.FIRST;
                    int row = input(pick, row(extraction.values()));
                    yield new Pending(first ? Operators.LEAST_ROW : Operators.GREATEST_ROW, false, List.of(row), filter, name);
                }
                case Aggregate aggregate -> {
                    Object value = Extraction.identity(extraction.values().getFirst());
                    List<Integer> argument = List.of(input(value, algebra.input(rows, columns.get(value))));
                    boolean whole = aggregate.source().type() == Type.INT;
                    yield switch (aggregate.kind()) {
                        case COUNT_DISTINCT -> new Pending(SqlStdOperatorTable.COUNT, true, argument, filter, name);
                        case MIN -> new Pending(SqlStdOperatorTable.MIN, false, List.of(sortable(aggregate, value)), filter, name);
                        case MAX -> new Pending(SqlStdOperatorTable.MAX, false, List.of(sortable(aggregate, value)), filter, name);
                        case SUM -> new Pending(whole ? Operators.SUM_WHOLE : Operators.SUM_FLOAT, false, argument, filter, name);
                        case MEAN -> new Pending(whole ? Operators.MEAN_WHOLE : Operators.MEAN_FLOAT, false, argument, filter, name);
                    };
                }
                default -> throw new IllegalStateException("not answered by one scan: " + extraction.node().getClass());
            };
        }

        /** Takes rows apart and sees to results that do not fit; then the stage is known. */
        private void finish(String name, RelNode grouped) {
            record Answer(Node node, String column, Relation.Read read) {}
            List<Answer> answers = new ArrayList<>();
            List<RexNode> values = algebra.inputs(grouped, key.size());
            List<String> names = new ArrayList<>(key);
            Names fresh = new Names(key);
            for (int i = 0; i < extractions.size(); i++) {
                Extraction extraction = extractions.get(i);
                RexNode value = algebra.input(grouped, key.size() + i);
                switch (extraction.node()) {
                    case PickOneRowPerPatient pick -> {
                        for (SelectColumn column : extraction.selected()) {
                            names.add(fresh.fresh(shop.served.nameOr(column, column.name())));
                            values.add(field(value, column.name(), column.type()));
                            answers.add(new Answer(column, names.getLast(), Relation.Read.PLAIN));
                        }
                        if (extraction.counted()) {
                            // in a row that is there it is never null whether its first key is
                            names.add(fresh.fresh(wish(pick) + "_found"));
                            values.add(field(value, value.getType().getFieldNames().getFirst(), Type.BOOL));
                            answers.add(new Answer(pick, names.getLast(), Relation.Read.PLAIN));
                        }
                    }
                    case Node node -> {
                        names.add(fresh.fresh(shop.served.nameOr(node, wish(node))));
                        values.add(fitting(node, value));
                        answers.add(new Answer(node, names.getLast(), defaulted(node)));
                    }
                }
            }
            RelNode content = algebra.project(grouped, values, names);
            Relation stage = shop.stage(name, "read from " + extractions.getFirst().table().definition().name(), content, key, nodes);
            for (Answer answer : answers) {
                shop.know(answer.node(), new Reference(new Slot(stage, answer.column()), answer.read()));
            }
        }

        private RexNode field(RexNode row, String name, Type type) {
            return algebra.call(Operators.FIELD, type, row, algebra.literal(name, Type.STR));
        }

        private RexNode fitting(Node node, RexNode value) {
            if (!(node instanceof Aggregate aggregate)) {
                return value;
            }
            return switch (aggregate.kind()) {
                case SUM -> aggregate.type() == Type.INT
                        ? algebra.call(Operators.NARROW, Type.INT, value)
                        : algebra.call(Operators.NARROW_FLOAT, Type.FLOAT, value);
                case MEAN -> algebra.call(Operators.NARROW_FLOAT, Type.FLOAT, value);
                case COUNT_DISTINCT, MIN, MAX -> value;
            };
        }

        /** What holds for a patient without such rows. */
        private static Relation.Read defaulted(Node node) {
            return switch (node) {
                case Exists _ -> (a, found) -> a.sure(SqlStdOperatorTable.IS_TRUE, Type.BOOL, found);
                case Count _ -> Scan::orZero;
                case Aggregate aggregate when aggregate.kind() == Aggregate.Kind.COUNT_DISTINCT -> Scan::orZero;
                default -> Relation.Read.PLAIN;
            };
        }

        private static RexNode orZero(Algebra algebra, RexNode count) {
            return algebra.call(SqlStdOperatorTable.COALESCE, Type.INT, count, algebra.literal(0L, Type.INT));
        }

        /** The input column that says which rows count; −1 where all rows that are left do. */
        private int filter(Optional<Series> flag) {
            if (alike || flag.isEmpty()) {
                return -1;
            }
            return input(List.of("flag", flag.get()), algebra.sure(SqlStdOperatorTable.IS_TRUE, Type.BOOL, algebra.input(rows, columns.get(Extraction.identity(flag.get())))));
        }

        private int sortable(Aggregate aggregate, Object value) {
            RexNode plain = algebra.input(rows, columns.get(value));
            RexNode sortable = shop.sortable(plain, aggregate.source().type());
            return sortable == plain ? input(value, plain) : input(List.of("sortable", value), sortable);
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
        private RexNode row(List<Series> keys) {
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
