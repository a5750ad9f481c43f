package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that statements would bind, with the first place that does: what a function holds as its own, what a block that was not run leaves unknown. */
final class AssignedNames {
    private final Map<String, Span> names = new LinkedHashMap<>();
    private final List<Expression> touched = new ArrayList<>();

    private AssignedNames() {}

    /** Everything that the statements bind, blocks within them included; bodies of functions and classes are their own. */
    static AssignedNames of(List<Statement> statements) {
        AssignedNames assigned = new AssignedNames();
        statements.forEach(assigned::visit);
        return assigned;
    }

    /** The names that a target binds. */
    static AssignedNames ofTarget(Expression target) {
        AssignedNames assigned = new AssignedNames();
        assigned.target(target);
        return assigned;
    }

    /** By name, the first place. */
    Map<String, Span> names() {
        return names;
    }

    /** What is changed without being bound: the targets {@code x.name} and {@code x[index]}, and the {@code x} of calls {@code x.method(…)}. */
    List<Expression> touched() {
        return touched;
    }

    private void visit(Statement statement) {
        switch (statement) {
            case Statement.Assign assign -> assign.targets().forEach(this::target);
            case Statement.AnnotatedAssign assign -> target(assign.target());
            case Statement.AugmentedAssign assign -> target(assign.target());
            case Statement.Delete delete -> delete.targets().forEach(this::target);
            case Statement.Import imports -> imports.modules().forEach(module -> names.putIfAbsent(
                    module.alias().orElseGet(() -> firstPart(module.name())), module.span()));
            case Statement.ImportFrom imports -> imports.names()
                    .forEach(name -> names.putIfAbsent(name.alias().orElse(name.name()), name.span()));
            case Statement.If branches -> {
                branches.branches().forEach(branch -> branch.body().forEach(this::visit));
                branches.orElse().forEach(this::visit);
            }
            case Statement.For loop -> {
                target(loop.target());
                loop.body().forEach(this::visit);
                loop.orElse().forEach(this::visit);
            }
            case Statement.With with -> {
                with.items().forEach(item -> item.target().ifPresent(this::target));
                with.body().forEach(this::visit);
            }
            case Statement.FunctionDefinition function -> names.putIfAbsent(function.name(), function.span());
            case Statement.ClassDefinition type -> names.putIfAbsent(type.name(), type.span());
            case Statement.Unsupported unsupported -> unsupported.names()
                    .forEach(name -> names.putIfAbsent(name, unsupported.span()));
            case Statement.ExpressionStatement expression -> changed(expression.expression());
            case Statement.Return _, Statement.Raise _, Statement.Assert _, Statement.Pass _, Statement.Break _,
                    Statement.Continue _ -> {}
        }
    }

    private void changed(Expression expression) {
        if (expression instanceof Expression.Call call) {
            if (call.function() instanceof Expression.Attribute method) {
                touched.add(method.target());
            } else {
                call.arguments().stream().limit(1).forEach(argument -> touched.add(argument.value()));
            }
        }
    }

    private void target(Expression target) {
        switch (target) {
            case Expression.Name name -> names.putIfAbsent(name.name(), name.span());
            case Expression.TupleDisplay tuple -> tuple.elements().forEach(this::target);
            case Expression.ListDisplay list -> list.elements().forEach(this::target);
            case Expression.Starred starred -> target(starred.operand());
            case Expression.Parenthesized inner -> target(inner.inner());
            default -> touched.add(target);
        }
    }

    private static String firstPart(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }
}
