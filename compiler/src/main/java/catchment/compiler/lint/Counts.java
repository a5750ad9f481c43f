package catchment.compiler.lint;

import catchment.compiler.model.Count;
import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The number of rows where something else is meant: whether there are any ({@code count_for_patient() > 0}, a variable {@code has_…}), or on how many days
 * ({@code n_days}), where two rows of one day count twice.
 */
final class Counts implements Rule {
    private static final Pattern WHETHER = Pattern.compile("(?i)^(has|had|any|ever|is|was)_.*|.*_(flag|yn|binary|exists|ever)$");
    private static final Pattern NUMBER = Pattern.compile("(?i)(^|.*_)(n|num|number|count|counts|total|how_many|times)(_.*|$)");
    private static final Pattern DAYS = Pattern.compile("(?i)(^|.*_)(days|dates)(_.*|$)");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Count count : study.graph().nodes(Count.class)) {
            List<Node> users = study.graph().users(count);
            boolean output = study.variable(count).isPresent();
            if (!output && !users.isEmpty() && users.stream().allMatch(user -> asksWhether(user, count))) {
                users.forEach(user -> whether((Function) user, count, study, found));
            }
        }
        for (Map.Entry<String, Series> variable : study.variables().entrySet()) {
            if (variable.getValue() instanceof Count count) {
                named(variable.getKey(), count, study, found);
            }
        }
    }

    private static boolean asksWhether(Node user, Count count) {
        if (!(user instanceof Function function) || !Compared.compares(function.operator())) {
            return false;
        }
        Compared compared = Compared.of(new Condition(function, true)).orElseThrow();
        Compared read = compared.left() == count ? compared : compared.mirrored();
        if (!(read.right() instanceof Value value) || !(value.value() instanceof Long number)) {
            return false;
        }
        return number == 0 && read.operator() != Operator.LT && read.operator() != Operator.GE
                || number == 1 && (read.operator() == Operator.GE || read.operator() == Operator.LT);
    }

    private static void whether(Function asked, Count count, Study study, Consumer<Diagnostic> found) {
        String rows = study.name(count, "…").replace("`", "").replaceAll("\\.count_for_patient\\(\\)$", "");
        Compared compared = Compared.of(new Condition(asked, true)).orElseThrow();
        Compared read = compared.left() == count ? compared : compared.mirrored();
        boolean none = read.operator() == Operator.EQ || read.operator() == Operator.LE || read.operator() == Operator.LT;
        found.accept(LintCode.COUNT_FOR_EXISTS
                .at(study.place(asked), "all rows are counted only to see whether there " + (none ? "is none" : "are any"))
                .hint("write `" + (none ? "~" : "") + rows + ".exists_for_patient()`"));
    }

    private static void named(String name, Count count, Study study, Consumer<Diagnostic> found) {
        if (DAYS.matcher(name).matches()) {
            found.accept(LintCode.ROWS_NOT_DAYS
                    .at(study.place(count), "`" + name + "` counts rows: two on one day count twice")
                    .hint("to count days: `.date.count_distinct_for_patient()`, with the table's date"));
        } else if (WHETHER.matcher(name).matches() && !NUMBER.matcher(name).matches()) {
            found.accept(LintCode.COUNT_FOR_EXISTS
                    .at(study.place(count), "`" + name + "` sounds like yes or no, and is a number of rows")
                    .hint("whether there is any: `.exists_for_patient()`"));
        }
    }
}
