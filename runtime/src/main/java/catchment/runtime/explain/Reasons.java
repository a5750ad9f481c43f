package catchment.runtime.explain;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Chains;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.grammar.source.SourceText;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a value came out as it did for a patient: which branch of a case gave it, which condition was false, which filter left no row. */
public final class Reasons {
    private final int most;
    private final DatasetDefinition dataset;
    private final Tables tables;
    private final Clauses clauses;
    private Optional<Observed> observed = Optional.empty();

    /**
     * @param dataset the definition; the rows of its inline tables must be known
     * @param tables the rows of the patients
     * @param sources the texts that spans point into
     * @param most how many sentences there may be; more would hide what matters
     */
    public Reasons(DatasetDefinition dataset, Tables tables, Spans spans, Map<String, SourceText> sources, int most) {
        this.most = most;
        this.dataset = dataset;
        this.tables = tables;
        this.clauses = new Clauses(spans, sources);
    }

    /**
     * Why a variable has its value, in sentences, the deciding one first.
     *
     * @param patient someone with a row in any table
     * @param wanted the value that was expected: of a choice, it is told why that one was not taken
     */
    public List<String> of(Series series, long patient, Optional<Object> wanted) {
        Trace trace = new Trace(patient);
        trace.value(series, wanted);
        return trace.lines();
    }

    /** Why a condition is true for a patient, or is not. */
    public List<String> ofCondition(Series condition, long patient, boolean holds) {
        Trace trace = new Trace(patient);
        trace.condition(condition, holds);
        return trace.lines();
    }

    private Observed observed() {
        // Nobody asks for reasons where everything is as expected.
        if (observed.isEmpty()) {
            observed = Optional.of(new Observed(dataset, tables));
        }
        return observed.get();
    }

    /** The reasons for one patient. */
    private final class Trace {
        private final long patient;
        private final Observed observed = observed();
        private final Set<String> lines = new LinkedHashSet<>();

        Trace(long patient) {
            this.patient = patient;
        }

        List<String> lines() {
            return lines.stream().limit(most).toList();
        }

        private void say(String line) {
            lines.add(line);
        }

        private boolean full() {
            return lines.size() >= most;
        }

        void value(Series series, Optional<Object> wanted) {
            if (full()) {
                return;
            }
            switch (series) {
                case Case branches -> branches(branches, wanted);
                case SelectColumn column -> column(column);
                case Exists exists -> rows(exists.source());
                case Count count -> rows(count.source());
                case Aggregate aggregate -> rows(aggregate.source().domain().rows().orElseThrow());
                case CountEpisodes episodes -> rows(episodes.source().domain().rows().orElseThrow());
                case CombineAsSet set -> rows(set.source().domain().rows().orElseThrow());
                case Function function when isCondition(function) -> condition(function, isTrue(function));
                case In in -> condition(in, isTrue(in));
                case Function function -> operands(function, function.arguments());
                case Value value -> say("it is " + Described.value(Optional.of(value.value())) + " for everybody");
                case Parameter parameter -> say("it is the parameter `" + parameter.name() + "`");
            }
        }

        private static boolean isCondition(Function function) {
            return switch (function.operator()) {
                case AND, OR, NOT, EQ, NE, LT, LE, GT, GE, IS_NULL, STRING_CONTAINS -> true;
                case NEGATE, ABSOLUTE, ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, FLOOR_DIVIDE, POWER, CAST_TO_INT, CAST_TO_FLOAT, DATE_ADD_DAYS,
                        DATE_ADD_MONTHS, DATE_ADD_YEARS, DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS,
                        YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE, TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH, MINIMUM_OF, MAXIMUM_OF -> false;
            };
        }

        private boolean isTrue(Series series) {
            return observed.value(series, patient).equals(Optional.of(true));
        }

        private void branches(Case branches, Optional<Object> wanted) {
            int fired = -1;
            int expected = -1;
            for (int i = 0; i < branches.branches().size(); i++) {
                Case.Branch branch = branches.branches().get(i);
                fired = fired < 0 && isTrue(branch.condition()) ? i : fired;
                Optional<Object> value = branch.value().flatMap(given -> observed.value(given, patient));
                expected = expected < 0 && value.equals(wanted) ? i : expected;
            }
            if (fired >= 0) {
                Case.Branch branch = branches.branches().get(fired);
                say("branch " + (fired + 1) + " of the case gave it: " + clauses.text(branch.condition()) + " is True" + clauses.where(branch.condition()));
            } else {
                say("no branch of the case holds, so its `otherwise` gave it" + clauses.where(branches));
            }
            if (expected >= 0 && expected != fired) {
                Case.Branch branch = branches.branches().get(expected);
                String gives = "branch " + (expected + 1) + ", which gives " + Described.value(wanted) + ",";
                if (fired >= 0 && expected > fired) {
                    say(gives + " comes after it" + clauses.where(branch.condition()));
                } else {
                    say(gives + " does not hold" + clauses.where(branch.condition()));
                    condition(branch.condition(), false);
                }
            }
            if (fired >= 0 && (expected < 0 || expected >= fired)) {
                condition(branches.branches().get(fired).condition(), true);
            }
            Optional<Series> given = fired >= 0 ? branches.branches().get(fired).value() : branches.otherwise();
            if (given.isPresent() && !(given.get() instanceof Value)) {
                value(given.get(), wanted);
            }
        }

        void condition(Series condition, boolean holds) {
            if (full()) {
                return;
            }
            switch (condition) {
                case Function function when function.operator() == Operator.AND ->
                        Chains.operands(function, Operator.AND).stream().filter(part -> holds || !isTrue(part)).forEach(part -> condition(part, holds));
                case Function function when function.operator() == Operator.OR ->
                        Chains.operands(function, Operator.OR).stream().filter(part -> !holds || isTrue(part)).forEach(part -> condition(part, holds));
                case Function function when function.operator() == Operator.NOT -> condition(function.arguments().getFirst(), isTrue(function.arguments().getFirst()));
                case Function function -> operands(function, function.arguments());
                case In in -> operands(in, List.of(in.value()));
                case SelectColumn _, Case _, Exists _, Count _, Aggregate _, CountEpisodes _, CombineAsSet _, Value _, Parameter _ ->
                        value(condition, Optional.of(!holds));
            }
        }

        /** A value with what it was made of; where that is missing, or counts rows, also why. */
        private void operands(Series whole, List<Series> operands) {
            List<Series> own = operands.stream().filter(operand -> !(operand instanceof Value) && !(operand instanceof Parameter)).toList();
            List<String> parts = new ArrayList<>();
            for (Series operand : own) {
                parts.add(clauses.text(operand) + " is " + Described.value(observed.value(operand, patient)));
            }
            say(clauses.text(whole) + " is " + Described.value(observed.value(whole, patient)) + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)) + clauses.where(whole));
            for (Series operand : own) {
                boolean missing = observed.value(operand, patient).isEmpty();
                switch (operand) {
                    case Count _, CountEpisodes _, Aggregate _, Exists _, CombineAsSet _, Case _ -> value(operand, Optional.empty());
                    case SelectColumn _ when missing -> value(operand, Optional.empty());
                    case Function _, In _ -> value(operand, Optional.empty());
                    case SelectColumn _, Value _, Parameter _ -> {}
                }
            }
        }

        private void column(SelectColumn column) {
            long rows = observed.rows(column.source(), patient);
            if (rows == 0 && column.source() instanceof PickOneRowPerPatient pick) {
                rows(pick.source());
                return;
            }
            String value = Described.value(observed.value(column, patient));
            String from = switch (column.source()) {
                case PickOneRowPerPatient pick -> "in the row that is picked of " + Clauses.rows(observed.rows(pick.source(), patient));
                case Frame _ -> rows == 0 ? "as the patient has no row there" : "in the patient's row";
            };
            say(clauses.text(column) + " is " + value + " " + from + clauses.where(column));
        }

        private void rows(Frame frame) {
            if (!full()) {
                say(clauses.rows(frame, patient, observed));
            }
        }
    }
}
