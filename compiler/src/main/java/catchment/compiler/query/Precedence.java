package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.Operation;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code sex == "female" | sex == "intersex"}: {@code &} and {@code |} bind tighter than comparisons. */
final class Precedence {
    private Precedence() {}

    /** The finding, if the operation is directly an operand of a comparison. */
    static Optional<Diagnostic> slip(BinaryOperator operator, Operation syntax, Context context) {
        if (!(syntax.enclosing().orElse(null) instanceof Expression.Comparison comparison)) {
            return Optional.empty();
        }
        List<Part> parts = parts(comparison, context);
        String mended = parts.stream().map(Part::text).collect(Collectors.joining());
        String read = comparison.steps().stream()
                .map(step -> " " + step.operator().symbol() + " " + shown(step.operand(), context))
                .collect(Collectors.joining("", shown(comparison.first(), context), ""));
        Diagnostic found = Diagnostic.error(
                        QueryCode.OPERATOR_PRECEDENCE,
                        comparison.span(),
                        Words.tick(operator.symbol()) + " binds tighter than " + Words.tick(comparison.steps().getFirst().operator().symbol()) + ", so this reads as " + Words.tick(read))
                .hint("put each comparison in parentheses: " + Words.tick(mended))
                .fix(comparison.span(), mended);
        return Optional.of(sameColumn(parts).map(found::hint).orElse(found));
    }

    /** One comparison, lone operand or joining operator of the mended text. */
    private record Part(String text, Optional<Equal> equal, boolean joinsWithOr) {}

    /** {@code left == right}. */
    private record Equal(String left, String right) {}

    private static String shown(Expression operand, Context context) {
        String text = Words.full(operand.span(), context);
        return operand instanceof Expression.Binary ? "(" + text + ")" : text;
    }

    private static List<Part> parts(Expression.Comparison comparison, Context context) {
        List<Object> tokens = new ArrayList<>();
        flatten(comparison.first(), tokens);
        for (Expression.ComparisonStep step : comparison.steps()) {
            tokens.add(step.operator());
            flatten(step.operand(), tokens);
        }
        List<Part> parts = new ArrayList<>();
        List<Object> group = new ArrayList<>();
        for (Object token : tokens) {
            if (token instanceof BinaryOperator joining) {
                parts.add(close(group, context));
                parts.add(new Part(" " + joining.symbol() + " ", Optional.empty(), joining == BinaryOperator.OR));
                group = new ArrayList<>();
            } else {
                group.add(token);
            }
        }
        parts.add(close(group, context));
        return parts;
    }

    private static Part close(List<Object> group, Context context) {
        String text = group.stream()
                .map(token -> token instanceof Expression expression
                        ? Words.full(expression.span(), context)
                        : " " + ((ComparisonOperator) token).symbol() + " ")
                .collect(Collectors.joining());
        Optional<Equal> equal = group.size() == 3 && group.get(1) == ComparisonOperator.EQUAL
                ? Optional.of(new Equal(
                        Words.full(((Expression) group.get(0)).span(), context), Words.full(((Expression) group.get(2)).span(), context)))
                : Optional.empty();
        return new Part(group.size() > 1 ? "(" + text + ")" : text, equal, false);
    }

    private static void flatten(Expression expression, List<Object> tokens) {
        if (expression instanceof Expression.Binary binary && joins(binary.steps().getFirst().operator())) {
            flatten(binary.first(), tokens);
            for (Expression.Step step : binary.steps()) {
                tokens.add(step.operator());
                flatten(step.operand(), tokens);
            }
        } else {
            tokens.add(expression);
        }
    }

    private static boolean joins(BinaryOperator operator) {
        return operator == BinaryOperator.AND || operator == BinaryOperator.OR;
    }

    /** Where the same column is compared with several values: the shorter form. */
    private static Optional<String> sameColumn(List<Part> parts) {
        List<Equal> equals = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i % 2 == 1 ? !part.joinsWithOr() : part.equal().isEmpty()) {
                return Optional.empty();
            }
            part.equal().ifPresent(equals::add);
        }
        String column = equals.getFirst().left();
        return equals.size() > 1 && equals.stream().allMatch(equal -> equal.left().equals(column))
                ? Optional.of("or `" + column + ".is_in(["
                        + equals.stream().map(Equal::right).collect(Collectors.joining(", ")) + "])`")
                : Optional.empty();
    }
}
