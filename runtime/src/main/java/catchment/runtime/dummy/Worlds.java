package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.ScalarMeaning;
import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries all that the few series a formula is made of can be, as far as the formula tells it apart: {@code case(when(age < 40)…, when(age >= 40)…)} has no end that
 * anybody comes to, unless the age can be missing. It may find more possible than is, since it takes the series to be independent of each other; what it does not find
 * is impossible.
 */
final class Worlds {
    private static final int MOST_PARTS = 150;
    private static final long MOST_WORK = 50_000;
    private static final int MOST_MEMBERS = 30;

    private final Series formula;
    private final Map<Object, List<Object>> candidates;
    private final List<Series> conditions;
    private final long work;
    private final Map<Object, Object> world = new HashMap<>();
    private final BitSet branches = new BitSet();
    private boolean missing;
    private boolean yes;
    private boolean no;
    private boolean other;

    private Worlds(Series formula, Map<Object, List<Object>> candidates, List<Series> conditions, long work) {
        this.formula = formula;
        this.candidates = candidates;
        this.conditions = conditions;
        this.work = work;
    }

    /**
     * All that a formula can come to.
     *
     * @param conditions what is true besides; those that speak of other series are left aside
     * @param certainty knows what the series can be that the formula is made of
     * @return empty if there are too many worlds to try
     */
    static Optional<Worlds> of(Series formula, Collection<Series> conditions, Certainty certainty) {
        Formula parts = new Formula(MOST_PARTS);
        if (!parts.add(formula)) {
            return Optional.empty();
        }
        List<Series> about = new ArrayList<>();
        for (Series condition : conditions) {
            Formula own = new Formula(MOST_PARTS);
            if (own.add(condition) && parts.leaves().keySet().containsAll(own.leaves().keySet()) && parts.add(condition)) {
                about.add(condition);
            }
        }
        Map<Object, List<Object>> candidates = new LinkedHashMap<>();
        long work = parts.size();
        for (Map.Entry<Object, Series> leaf : parts.leaves().entrySet()) {
            List<Object> values = parts.candidates(leaf.getValue(), certainty);
            candidates.put(leaf.getKey(), values);
            work *= Math.max(1, values.size());
            if (work > MOST_WORK) {
                return Optional.empty();
            }
        }
        Worlds worlds = new Worlds(formula, candidates, about, work);
        worlds.visit(List.copyOf(parts.leaves().keySet()), 0);
        return Optional.of(worlds);
    }

    /** Whether a part of a formula is looked into, and not taken as it comes. */
    static boolean isTransparent(Series series) {
        return switch (series) {
            case Case _ -> true;
            case In in -> in.set() instanceof ValueSet set && set.values().size() <= MOST_MEMBERS;
            case Function function -> switch (function.operator()) {
                case AND, OR, NOT, IS_NULL, EQ, NE, LT, LE, GT, GE, MINIMUM_OF, MAXIMUM_OF -> true;
                case NEGATE, ABSOLUTE, ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, FLOOR_DIVIDE, POWER, CAST_TO_INT, CAST_TO_FLOAT, DATE_ADD_DAYS,
                        DATE_ADD_MONTHS, DATE_ADD_YEARS, DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS, YEAR_FROM_DATE,
                        MONTH_FROM_DATE, DAY_FROM_DATE, TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH, STRING_CONTAINS -> false;
            };
            case Series _ -> false;
        };
    }

    /** How much was tried, in parts of formulas. */
    long work() {
        return work;
    }

    boolean canBeMissing() {
        return missing;
    }

    boolean canBeTrue() {
        return yes;
    }

    boolean canBeFalse() {
        return no;
    }

    boolean canBePresent() {
        return yes || no || other;
    }

    /** Whether a case can take a branch; -1 for none of them. */
    boolean canReach(int branch) {
        return branches.get(branch + 1);
    }

    private void visit(List<Object> leaves, int from) {
        if (from < leaves.size()) {
            for (Object value : candidates.get(leaves.get(from))) {
                world.put(leaves.get(from), value);
                visit(leaves, from + 1);
            }
            return;
        }
        for (Series condition : conditions) {
            if (!Boolean.TRUE.equals(value(condition))) {
                return;
            }
        }
        Object value = value(formula);
        missing |= value == null;
        yes |= Boolean.TRUE.equals(value);
        no |= Boolean.FALSE.equals(value);
        other |= value != null && !(value instanceof Boolean);
        if (formula instanceof Case branching) {
            branches.set(branch(branching) + 1);
        }
    }

    private Object value(Series series) {
        Object key = Formula.key(series);
        if (world.containsKey(key)) {
            return world.get(key);
        }
        return switch (series) {
            case Value literal -> literal.value();
            case Case branching -> {
                int branch = branch(branching);
                Optional<Series> value = branch < 0 ? branching.otherwise() : branching.branches().get(branch).value();
                yield value.map(this::value).orElse(null);
            }
            case In in when in.set() instanceof ValueSet set -> Comparison.isIn(value(in.value()), Members.of(set.values()).keys());
            case Function function -> {
                List<Object> operands = new ArrayList<>(function.arguments().size());
                function.arguments().forEach(argument -> operands.add(value(argument)));
                yield ScalarMeaning.apply(function.operator(), operands);
            }
            case Series leaf -> throw new IllegalStateException("a leaf without a value");
        };
    }

    private int branch(Case branching) {
        for (int i = 0; i < branching.branches().size(); i++) {
            if (Boolean.TRUE.equals(value(branching.branches().get(i).condition()))) {
                return i;
            }
        }
        return -1;
    }
}
