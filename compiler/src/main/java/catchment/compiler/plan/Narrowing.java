package catchment.compiler.plan;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Chains;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Reads of an event table, once and before the rows meet the intervals, those that can matter in any of them: the parts of each condition that do not depend on
 * the interval hold, and dates lie between the first and the last day that intervals ask for.
 */
final class Narrowing {
    /** A condition taken apart. */
    private record Parts(List<Series> lasting, List<Series> dated, List<Series> bounds) {}

    private final Workshop shop;
    private final Calendar calendar;
    private final SelectTable table;
    private final List<Extraction> extractions;
    private final EventRows rows;

    /**
     * @param patients rows for each interval
     * @param asked extractions from the table that depend on the interval
     */
    Narrowing(Workshop shop, Sources sources, PatientRows patients, SelectTable table, List<Extraction> asked) {
        this.shop = shop;
        this.calendar = patients.calendar().orElseThrow();
        this.table = table;
        Map<Series, Parts> conditions = new IdentityHashMap<>();
        List<Series> flags = new ArrayList<>();
        asked.forEach(extraction -> extraction.flag().ifPresent(flag -> {
            if (conditions.putIfAbsent(flag, parts(flag)) == null) {
                flags.add(flag);
            }
        }));
        boolean everyRow = asked.stream().anyMatch(extraction -> extraction.flag().isEmpty())
                || conditions.values().stream().anyMatch(parts -> parts.lasting().isEmpty() && parts.bounds().isEmpty());
        if (everyRow) {
            this.extractions = asked;
            this.rows = new EventRows(shop, sources, patients, table);
            return;
        }
        Map<List<Series>, Series> lasting = new LinkedHashMap<>();
        for (Series flag : flags) {
            List<Series> parts = conditions.get(flag).lasting();
            if (!parts.isEmpty() && flags.size() > 1) {
                lasting.computeIfAbsent(parts, _ -> all(parts).orElseThrow());
            }
        }
        this.extractions = asked.stream()
                .map(extraction -> {
                    Parts parts = conditions.get(extraction.flag().orElseThrow());
                    List<Series> left = new ArrayList<>();
                    Optional.ofNullable(lasting.get(parts.lasting())).ifPresent(left::add);
                    left.addAll(parts.dated());
                    return extraction.where(all(left));
                })
                .toList();
        SequencedSet<Series> wanted = new LinkedHashSet<>();
        flags.stream()
                .map(flag -> all(Algebra.joined(conditions.get(flag).lasting(), conditions.get(flag).bounds())).orElseThrow())
                .forEach(wanted::add);
        EventRows all = new EventRows(shop, sources, patients.withoutIntervals(), table);
        Map<Node, String> computed = new IdentityHashMap<>();
        this.rows = new EventRows(shop, patients, table, stage(all, wanted, lasting.values(), computed), computed);
    }

    /** The extractions, as they are to be made of {@link #rows()}. */
    List<Extraction> extractions() {
        return extractions;
    }

    /** The rows that were kept, once for each interval. */
    EventRows rows() {
        return rows;
    }

    private Relation stage(EventRows all, SequencedSet<Series> wanted, Collection<Series> lasting, Map<Node, String> computed) {
        Algebra algebra = shop.algebra;
        List<Node> served = extractions.stream().map(Extraction::node).toList();
        String tableName = table.definition().name();
        Names fresh = new Names(all.keyNames());
        table.schema().columns().forEach(column -> fresh.reserve(column.name()));
        SequencedSet<Series> series = new LinkedHashSet<>(wanted);
        List<String> names = new ArrayList<>();
        wanted.forEach(_ -> names.add(fresh.fresh("can_matter")));
        for (Series one : lasting) {
            computed.put(one, fresh.fresh("is_" + shop.served.nameOr(one, "matched")));
            if (series.add(one)) {
                names.add(computed.get(one));
            } else {
                computed.put(one, names.get(List.copyOf(series).indexOf(one)));
            }
        }
        for (String column : columns(computed)) {
            series.add(new SelectColumn(table, column));
            names.add(column);
        }
        String name = shop.served.name(served, tableName) + "_rows";
        RelNode read = new Assembly(shop, all, name, series).relation(names);
        int key = all.keyNames().size();
        List<RexNode> any = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            any.add(algebra.input(read, key + i));
        }
        RexNode condition = any.size() == 1 ? any.getFirst() : algebra.call(SqlStdOperatorTable.OR, algebra.type(Type.BOOL), any);
        RelNode kept = algebra.filter(read, condition);
        List<RexNode> values = algebra.inputs(kept, key);
        List<String> columnNames = new ArrayList<>(all.keyNames());
        for (int i = 0; i < names.size(); i++) {
            if (i >= wanted.size() || computed.containsValue(names.get(i))) {
                values.add(algebra.input(kept, key + i));
                columnNames.add(names.get(i));
            }
        }
        return shop.stage(
                name, "rows of " + tableName + " that can matter in an interval", algebra.project(kept, values, columnNames), all.keyNames(), served);
    }

    /** The columns of the table that are read of the rows that were kept. */
    private SequencedSet<String> columns(Map<Node, String> computed) {
        SequencedSet<String> found = new LinkedHashSet<>();
        Deque<Node> stack = new ArrayDeque<>();
        for (Extraction extraction : extractions) {
            extraction.flag().ifPresent(stack::push);
            extraction.values().forEach(stack::push);
            while (!stack.isEmpty()) {
                Node node = stack.pop();
                if (node instanceof SelectColumn column) {
                    if (column.source() instanceof EventFrame) {
                        found.add(column.name());
                    }
                } else if (node instanceof Series && !shop.levels.isPerPatient(node) && !computed.containsKey(node)) {
                    Graph.children(node).forEach(stack::push);
                }
            }
        }
        return found;
    }

    private Parts parts(Series flag) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Series condition : Chains.conjuncts(flag)) {
            if (shop.levels.mentionsInterval(condition)) {
                parts.dated().add(condition);
                bound(condition).ifPresent(parts.bounds()::add);
            } else if (!(condition instanceof Value value && Boolean.TRUE.equals(value.value()))) {
                parts.lasting().add(condition);
            }
        }
        return parts;
    }

    /** What holds in every interval in which the condition holds, and does not depend on the interval; empty if nothing is known. */
    private Optional<Series> bound(Series condition) {
        if (!shop.levels.mentionsInterval(condition)) {
            return Optional.of(condition);
        }
        if (!(condition instanceof Function function) || function.arguments().size() != 2) {
            return Optional.empty();
        }
        Series one = function.arguments().get(0);
        Series other = function.arguments().get(1);
        return switch (function.operator()) {
            case AND -> all(List.of(bound(one), bound(other)).stream().flatMap(Optional::stream).toList());
            case OR -> bound(one).flatMap(first -> bound(other).map(second -> new Function(Operator.OR, List.of(first, second), Type.BOOL, function.domain())));
            case LT, LE, GT, GE, EQ -> calendar.values(other).map(limits -> bound(function.operator(), one, limits, other.type()))
                    .orElseGet(() -> calendar.values(one).flatMap(limits -> bound(mirrored(function.operator()), other, limits, one.type())));
            default -> Optional.empty();
        };
    }

    private Optional<Series> bound(Operator operator, Series value, List<Object> limits, Type type) {
        if ((type != Type.DATE && type != Type.INT) || limits.isEmpty() || shop.levels.mentionsInterval(value) || shop.levels.isConstant(value)) {
            return Optional.empty();
        }
        Series least = literal(Comparison.least(limits), type);
        Series greatest = literal(Comparison.greatest(limits), type);
        return Optional.of(switch (operator) {
            case LT, LE -> new Function(operator, List.of(value, greatest));
            case GT, GE -> new Function(operator, List.of(value, least));
            default -> {
                Function from = new Function(Operator.GE, List.of(value, least));
                yield new Function(Operator.AND, List.of(from, new Function(Operator.LE, List.of(value, greatest))));
            }
        });
    }

    private Series literal(Object limit, Type type) {
        Value value = new Value(limit, type);
        shop.constants.add(value);
        return value;
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LT -> Operator.GT;
            case LE -> Operator.GE;
            case GT -> Operator.LT;
            case GE -> Operator.LE;
            default -> operator;
        };
    }

    private static Optional<Series> all(List<Series> conditions) {
        return conditions.stream().reduce((one, other) -> new Function(
                Operator.AND, List.of(one, other), Type.BOOL, one.domain().isPatient() ? other.domain() : one.domain()));
    }
}
