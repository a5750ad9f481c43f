package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Case;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a formula of comparisons, {@code &}, {@code |} and cases is made of: the series that it takes as they come, and the literals that tell their values apart. */
final class Formula {
    private final int most;
    private final Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, Series> leaves = new LinkedHashMap<>();
    private final Map<Type, Set<Object>> literals = new LinkedHashMap<>();

    /**
     * @param most of how many parts
     */
    Formula(int most) {
        this.most = most;
    }

    /** Adds a series with all its parts; false if there are too many. */
    boolean add(Series series) {
        if (!seen.add(series)) {
            return true;
        }
        if (seen.size() > most) {
            return false;
        }
        return switch (series) {
            case Value value -> literal(value.type(), value.value());
            case Case branches when Worlds.isTransparent(series) ->
                branches.branches().stream().allMatch(branch -> add(branch.condition()) && branch.value().map(this::add).orElse(true))
                        && branches.otherwise().map(this::add).orElse(true);
            case In in when Worlds.isTransparent(series) && in.set() instanceof ValueSet set -> {
                set.values().forEach(value -> literal(set.type(), value));
                yield add(in.value());
            }
            case Function function when Worlds.isTransparent(series) -> function.arguments().stream().allMatch(this::add);
            case Series leaf -> {
                leaves.putIfAbsent(key(leaf), leaf);
                yield true;
            }
        };
    }

    /** What tells values apart besides the formula's own literals: what a column is compared with may be in the rows of a table. */
    void tellsApart(Type type, Object value) {
        literal(type, value);
    }

    private boolean literal(Type type, Object value) {
        return literals.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(Comparison.key(value)) || true;
    }

    /** A column of rows is the same whatever frame of its table it is read from. */
    private record Cell(Frame table, String column) {}

    /** What a leaf is known by. */
    static Object key(Series leaf) {
        return leaf instanceof SelectColumn column && column.source() instanceof EventFrame frame ? new Cell(frame.table(), column.name()) : leaf;
    }

    /** The leaves, by what they are known by. */
    Map<Object, Series> leaves() {
        return leaves;
    }

    int size() {
        return seen.size();
    }

    /** What a leaf can be, as far as the formula tells it apart. */
    List<Object> candidates(Series leaf, Possibilities possible) {
        List<Object> values = new ArrayList<>();
        if (possible.canBeMissing(leaf)) {
            values.add(null);
        }
        if (!possible.canBePresent(leaf)) {
            return values;
        }
        if (leaf.type() == Type.BOOL) {
            if (possible.canBeTrue(leaf)) {
                values.add(true);
            }
            if (possible.canBeFalse(leaf)) {
                values.add(false);
            }
            return values;
        }
        List<Object> lawful = possible.lawful(leaf);
        values.addAll(lawful.isEmpty() ? around(leaf.type()) : lawful);
        return values;
    }

    /** The literals of a type, with values before, between and after them: as many as there are leaves that may differ. */
    private List<Object> around(Type type) {
        int spread = (int) leaves.values().stream().filter(leaf -> leaf.type() == type).count();
        Set<Object> known = literals.getOrDefault(type, Set.of());
        Set<Object> values = new LinkedHashSet<>(known);
        for (Object literal : known.isEmpty() ? List.of(first(type)) : known) {
            Object below = literal;
            Object above = literal;
            values.add(literal);
            for (int i = 0; i < spread; i++) {
                below = moved(below, -1);
                above = moved(above, 1);
                values.add(below);
                values.add(above);
            }
        }
        return new ArrayList<>(values);
    }

    private static Object first(Type type) {
        return switch (type) {
            case INT -> 0L;
            case FLOAT -> 0.0;
            case DATE -> LocalDate.of(2020, 1, 1);
            case BOOL, STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                    OPCS4_MULTI_CODE_STRING -> "";
        };
    }

    private static Object moved(Object value, int by) {
        return switch (value) {
            case Long whole -> whole + by;
            case Double decimal -> by < 0 ? Math.nextDown(decimal) : Math.nextUp(decimal);
            case LocalDate date -> date.plusDays(by);
            // A text just after another: nothing lies between them; and one that is before all but the shortest.
            case String text -> by > 0 ? text + '\u0000' : "";
            default -> value;
        };
    }
}
