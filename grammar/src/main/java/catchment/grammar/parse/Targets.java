package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can stand left of {@code =}: names, attributes, subscripts, and lists of these. */
final class Targets {
    private Targets() {}

    /** Says so if a value cannot be set. True if it can. */
    static boolean check(Expression target, Findings findings) {
        if (brokenName(target, findings)) {
            return false;
        }
        Optional<String> wrong = wrong(target);
        wrong.ifPresent(what -> findings.add(refusal(target, what)));
        return switch (target) {
            case Expression.TupleDisplay tuple -> all(tuple.elements(), findings);
            case Expression.ListDisplay list -> all(list.elements(), findings);
            case Expression.Starred starred -> check(starred.operand(), findings);
            case Expression.Parenthesized parenthesized -> check(parenthesized.inner(), findings);
            default -> wrong.isEmpty();
        };
    }

    /** {@code dataset.age-group = …}: where a name is given, an operator is a character that no name has. */
    private static boolean brokenName(Expression target, Findings findings) {
        Optional<Span> start = switch (target) {
            case Expression.Binary binary -> start(binary.first());
            case Expression.Comparison comparison -> start(comparison.first());
            default -> Optional.empty();
        };
        List<Expression> rest = switch (target) {
            case Expression.Binary binary -> binary.steps().stream().map(Expression.Step::operand).toList();
            case Expression.Comparison comparison -> comparison.steps().stream().map(Expression.ComparisonStep::operand).toList();
            default -> List.of();
        };
        if (start.isEmpty() || !rest.stream().allMatch(Targets::isPart)) {
            return false;
        }
        Span span = start.get().to(target.span());
        if (span.start().line() != span.end().line()) {
            return false;
        }
        NameCharacters.say(findings, new Span(span.file(), start.get().start(), target.span().end()));
        return true;
    }

    private static Optional<Span> start(Expression first) {
        return switch (first) {
            case Expression.Name name -> Optional.of(name.span());
            case Expression.Attribute attribute -> Optional.of(attribute.nameSpan());
            case Expression.Binary binary -> start(binary.first());
            default -> Optional.empty();
        };
    }

    private static boolean isPart(Expression part) {
        return switch (part) {
            case Expression.Name name -> true;
            case Expression.IntLiteral literal -> true;
            case Expression.FloatLiteral literal -> true;
            case Expression.Binary binary -> isPart(binary.first()) && binary.steps().stream().allMatch(step -> isPart(step.operand()));
            case Expression.Unary unary -> isPart(unary.operand());
            default -> false;
        };
    }

    private static boolean all(List<Expression> targets, Findings findings) {
        boolean fine = true;
        for (Expression target : targets) {
            fine &= check(target, findings);
        }
        return fine;
    }

    private static Diagnostic refusal(Expression target, String what) {
        Diagnostic diagnostic =
                Diagnostic.error(SyntaxCode.ASSIGN_TARGET, target.span(), what + " cannot be given a value");
        return switch (target) {
            case Expression.Call call -> diagnostic.hint(
                    "left of `=` stands a name, as in `dataset.age = …`; to compare use `==`");
            case Expression.Comparison comparison -> diagnostic.hint("a single `=` sets a value; write either `=` or `==`");
            case Expression.StringLiteral string -> diagnostic.hint("write the name without quotes");
            default -> diagnostic.hint("left of `=` stands a name, as in `dataset.age = …`");
        };
    }

    private static Optional<String> wrong(Expression target) {
        return switch (target) {
            case Expression.Name name -> Optional.empty();
            case Expression.Attribute attribute -> Optional.empty();
            case Expression.Subscript subscript -> Optional.empty();
            case Expression.TupleDisplay tuple -> Optional.empty();
            case Expression.ListDisplay list -> Optional.empty();
            case Expression.Starred starred -> Optional.empty();
            case Expression.Parenthesized parenthesized -> Optional.empty();
            case Expression.Unsupported unsupported -> Optional.empty();
            case Expression.Call call -> Optional.of("the result of a call");
            case Expression.IntLiteral literal -> Optional.of("a number");
            case Expression.FloatLiteral literal -> Optional.of("a number");
            case Expression.StringLiteral literal -> Optional.of("a text");
            case Expression.FormatString literal -> Optional.of("a text");
            case Expression.BooleanLiteral literal -> Optional.of("`" + (literal.value() ? "True" : "False") + "`");
            case Expression.NoneLiteral literal -> Optional.of("`None`");
            case Expression.Comparison comparison -> Optional.of("a comparison");
            case Expression.Lambda lambda -> Optional.of("a function");
            case Expression.SetDisplay display -> Optional.of("a set");
            case Expression.DictDisplay display -> Optional.of("a dict");
            case Expression.Comprehension comprehension -> Optional.of("a comprehension");
            case Expression.Slice slice -> Optional.of("a slice");
            case Expression.Conditional conditional -> Optional.of("a choice of values");
            case Expression.Unary unary -> Optional.of("the result of an operator");
            case Expression.Not not -> Optional.of("the result of an operator");
            case Expression.Binary binary -> Optional.of("the result of an operator");
            case Expression.BooleanChain chain -> Optional.of("the result of an operator");
        };
    }

    /** What {@code dataset.age-group} would be called. */
    private static void mendedName(Expression.Binary target, List<String> names) {
        List<String> parts = new ArrayList<>(names(target.first()));
        for (Expression.Step step : target.steps()) {
            parts.addAll(names(step.operand()));
        }
        names.add(String.join("_", parts));
    }

    /** The names that a target binds; those set on something are written with a dot, as {@code dataset.age}. */
    static List<String> names(Expression target) {
        List<String> names = new ArrayList<>();
        collect(target, names);
        return names;
    }

    private static void collect(Expression target, List<String> names) {
        switch (target) {
            case Expression.Name name -> names.add(name.name());
            case Expression.Attribute attribute -> {
                if (attribute.target() instanceof Expression.Name owner) {
                    names.add(owner.name() + "." + attribute.name());
                }
            }
            case Expression.TupleDisplay tuple -> tuple.elements().forEach(element -> collect(element, names));
            case Expression.ListDisplay list -> list.elements().forEach(element -> collect(element, names));
            case Expression.Starred starred -> collect(starred.operand(), names);
            case Expression.Parenthesized parenthesized -> collect(parenthesized.inner(), names);
            case Expression.Binary binary -> mendedName(binary, names);
            default -> {
                // Binds nothing.
            }
        }
    }
}
