package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.ScalarMeaning;
import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final List<Choice> choices;
    private final List<Series> conditions;
    private final long work;
    private final Map<Object, Object> world = new HashMap<>();
    private final BitSet branches = new BitSet();
    private boolean missing;
    private boolean yes;
    private boolean no;
    private boolean other;

    /**
     * What some leaves can be together.
     *
     * @param leaves what each is known by
     * @param options for each option, what each of them is then
     */
    private record Choice(List<Object> leaves, List<List<Object>> options) {
        static Choice of(Object leaf, List<Object> values) {
            return new Choice(List.of(leaf), values.stream().map(Collections::singletonList).toList());
        }

        /** Columns of an inline table, which have the values of one of its rows. */
        static Choice of(InlinePatientTable table, List<SelectColumn> columns, Possibilities possible) {
            int[] indexes = columns.stream().mapToInt(column -> Study.index(table, column.name())).toArray();
            Set<List<Object>> options = new LinkedHashSet<>();
            for (List<Object> row : possible.rows(table)) {
                List<Object> values = new ArrayList<>(indexes.length);
                for (int index : indexes) {
                    values.add(row.isEmpty() ? null : row.get(index));
                }
                options.add(values);
            }
            return new Choice(List.copyOf(columns), List.copyOf(options));
        }
    }

    private Worlds(Series formula, List<Choice> choices, List<Series> conditions, long work) {
        this.formula = formula;
        this.choices = choices;
        this.conditions = conditions;
        this.work = work;
    }

    /**
     * All that a formula can come to.
     *
     * @param conditions what is true besides; those that speak of other series are left aside
     * @param possible knows what the series can be that the formula is made of
     * @return empty if there are too many worlds to try
     */
    static Optional<Worlds> of(Series formula, Collection<Series> conditions, Possibilities possible) {
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
        Map<InlinePatientTable, List<SelectColumn>> ofTables = new LinkedHashMap<>();
        Map<Object, Series> others = new LinkedHashMap<>();
        parts.leaves().forEach((key, leaf) -> {
            if (leaf instanceof SelectColumn column && column.source() instanceof InlinePatientTable table) {
                ofTables.computeIfAbsent(table, _ -> new ArrayList<>()).add(column);
            } else {
                others.put(key, leaf);
            }
        });
        List<Choice> choices = new ArrayList<>();
        for (Map.Entry<InlinePatientTable, List<SelectColumn>> entry : ofTables.entrySet()) {
            Choice rows = Choice.of(entry.getKey(), entry.getValue(), possible);
            if ((long) parts.size() * rows.options().size() > MOST_WORK) {
                return Optional.empty();
            }
            choices.add(rows);
            for (int i = 0; i < entry.getValue().size(); i++) {
                for (List<Object> row : rows.options()) {
                    if (row.get(i) != null) {
                        parts.tellsApart(entry.getValue().get(i).type(), row.get(i));
                    }
                }
            }
        }
        // After the rows: a date is compared with theirs.
        others.forEach((key, leaf) -> choices.add(Choice.of(key, parts.candidates(leaf, possible))));
        long work = parts.size();
        for (Choice choice : choices) {
            work *= Math.max(1, choice.options().size());
            if (work > MOST_WORK) {
                return Optional.empty();
            }
        }
        Worlds worlds = new Worlds(formula, choices, about, work);
        worlds.visit(0);
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

    private void visit(int from) {
        if (from < choices.size()) {
            Choice choice = choices.get(from);
            for (List<Object> option : choice.options()) {
                for (int i = 0; i < option.size(); i++) {
                    world.put(choice.leaves().get(i), option.get(i));
                }
                visit(from + 1);
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
