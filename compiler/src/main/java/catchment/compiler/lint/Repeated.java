package catchment.compiler.lint;

import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The same operand twice: {@code maximum_of(start, start)}, {@code a == a}, {@code a & a}. One of them was probably meant to be another. Fixed values may well be
 * equal, such as two parameters of a run, and nothing is said of them.
 */
final class Repeated implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Function function : study.graph().nodes(Function.class)) {
            if (looksAt(function.operator())) {
                check(function, study, found);
            }
        }
    }

    private static boolean looksAt(Operator operator) {
        return switch (operator) {
            case AND, OR, EQ, NE, LT, LE, GT, GE, MINIMUM_OF, MAXIMUM_OF, SUBTRACT, DATE_DIFFERENCE_IN_DAYS,
                    DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS -> true;
            default -> false;
        };
    }

    private static void check(Function function, Study study, Consumer<Diagnostic> found) {
        Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Series argument : function.arguments()) {
            if (!seen.add(argument) && !(argument instanceof Value) && isWritten(function, study)) {
                found.accept(LintCode.SAME_ARGUMENT_TWICE
                        .at(study.place(function), study.name(argument, "the same value") + " stands here twice")
                        .hint("one of them was probably meant to be another"));
                return;
            }
        }
    }

    private static boolean isWritten(Function function, Study study) {
        return study.text().at(study.place(function)).isPresent();
    }
}
