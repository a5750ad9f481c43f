package catchment.compiler.lint;

import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code region != "London"} is neither true nor false where the region is missing, so such patients are in neither group. Nothing is said where the missing
 * value is dealt with: filled in, asked for beside it, or left to the {@code otherwise} of a {@code case}; nor of values that are compared row by row.
 */
final class Unequal implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Node node : study.graph().nodes()) {
            if (node instanceof Function function && function.operator() == Operator.NE && function.domain().isPatient()) {
                Series left = function.arguments().getFirst();
                Series right = function.arguments().getLast();
                Series open = left instanceof Value ? right : left;
                boolean fixed = left instanceof Value || right instanceof Value;
                if (fixed && !study.presence().practically(open) && !isDealtWith(function, open, study)) {
                    found.accept(LintCode.NOT_EQUAL_AND_NULL
                            .at(study.place(function), "where " + study.name(open, "the value") + " is missing this is neither true nor false")
                            .hint("decide: `.when_null_then(True)`, or `| " + study.name(open, "…").replace("`", "") + ".is_null()`"));
                }
            }
        }
    }

    private static boolean isDealtWith(Function unequal, Series open, Study study) {
        List<Node> users = study.graph().users(unequal);
        boolean inCase = !users.isEmpty() && users.stream().allMatch(user -> user instanceof Case);
        boolean filled = users.stream().anyMatch(user -> Shapes.isNull(user).isPresent());
        // Asked for anywhere: with | beside it, with & elsewhere in the condition.
        return inCase || filled || study.graph().users(open).stream().anyMatch(user -> Shapes.isNull(user).isPresent() || user instanceof In);
    }
}
