package catchment.compiler.lint;

import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.function.Consumer;

/**
 * {@code is_null} and {@code is_not_null} asked of the wrong thing: of what is never missing, such as {@code exists_for_patient()}, so that the answer is the same for
 * everyone; and {@code is_not_null} of a comparison, which is true also where the comparison is false.
 */
final class NullTests implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Node node : study.graph().nodes()) {
            if (Shapes.isNull(node).isPresent() && isWritten(node, study)) {
                check(node, Shapes.isNull(node).get(), study, found);
            }
        }
    }

    /** Whether a person wrote the test: {@code except_where} and {@code when_null_then} make tests of their own. */
    private static boolean isWritten(Node test, Study study) {
        return study.text().called(study.place(test)).filter(name -> name.equals("is_null") || name.equals("is_not_null")).isPresent();
    }

    private static void check(Node test, Series asked, Study study, Consumer<Diagnostic> found) {
        boolean negated = study.text().called(study.place(test)).filter(name -> name.equals("is_not_null")).isPresent();
        String name = study.name(asked, "this");
        if (study.presence().always(asked)) {
            found.accept(LintCode.NULL_TEST_NEVER_NULL
                    .at(study.place(test), name + " is never missing, so this is " + (negated ? "true" : "false") + " for everyone")
                    .hint(asked.type() == Type.BOOL ? "use " + name + " itself" : "compare the value"));
        } else if (negated && isComparison(asked)) {
            found.accept(LintCode.IS_NOT_NULL_OF_CONDITION
                    .at(study.place(test), "this is true also where " + name + " is false: it only says that there is something to compare")
                    .hint("use the condition itself, with `.when_null_then(False)` where something may be missing"));
        }
    }

    private static boolean isComparison(Series series) {
        return series instanceof In
                || series instanceof Function function
                        && (Compared.compares(function.operator())
                                || function.operator() == Operator.AND
                                || function.operator() == Operator.OR
                                || function.operator() == Operator.NOT
                                || function.operator() == Operator.STRING_CONTAINS);
    }
}
