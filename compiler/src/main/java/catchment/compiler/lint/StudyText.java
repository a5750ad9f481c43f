package catchment.compiler.lint;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Module;
import catchment.grammar.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the study's own files say: every part of them, and which expression stands where. */
final class StudyText {
    private final List<Module> modules;
    private final List<Syntax> parts = new ArrayList<>();
    private final Map<Span, Expression> expressions = new HashMap<>();

    StudyText(List<Module> modules) {
        this.modules = List.copyOf(modules);
        modules.forEach(module -> parts.addAll(within(module)));
        for (Syntax part : parts) {
            if (part instanceof Expression expression && !(expression instanceof Expression.Parenthesized)) {
                expressions.putIfAbsent(expression.span(), expression);
            }
        }
    }

    /** A part of a text and all that it is made of, in the order of the text. */
    static List<Syntax> within(Syntax whole) {
        List<Syntax> found = new ArrayList<>();
        Deque<Syntax> open = new ArrayDeque<>();
        open.push(whole);
        while (!open.isEmpty()) {
            Syntax part = open.pop();
            found.add(part);
            Parts.of(part).reversed().forEach(open::push);
        }
        return found;
    }

    /** The files, the definition first. */
    List<Module> modules() {
        return modules;
    }

    /** Every statement, expression, argument … in the order of the text. */
    List<Syntax> parts() {
        return parts;
    }

    /** The parts of one kind. */
    <S extends Syntax> List<S> parts(Class<S> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The expression that stands at a place. */
    Optional<Expression> at(Span span) {
        return Optional.ofNullable(expressions.get(span));
    }

    /** The name of the method or function that is called at a place; empty if there is no call. */
    Optional<String> called(Span span) {
        return at(span).flatMap(StudyText::called);
    }

    /** The name of the method or function that an expression calls; empty if it is no call. */
    static Optional<String> called(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized inner -> called(inner.inner());
            case Expression.Call call -> switch (call.function()) {
                case Expression.Attribute method -> Optional.of(method.name());
                case Expression.Name function -> Optional.of(function.name());
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    /** The expression without parentheses around it. */
    static Expression bare(Expression expression) {
        Expression at = expression;
        while (at instanceof Expression.Parenthesized inner) {
            at = inner.inner();
        }
        return at;
    }
}
