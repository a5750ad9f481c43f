package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Parameter;
import catchment.grammar.syntax.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes functions and classes. */
final class Definitions {
    private final Session session;

    Definitions(Session session) {
        this.session = session;
    }

    void function(Statement.FunctionDefinition definition) {
        Set<String> locals = new HashSet<>(AssignedNames.of(definition.body()).names().keySet());
        definition.parameters().forEach(parameter -> locals.add(parameter.name()));
        FunctionValue function = new FunctionValue(
                definition.name(),
                definition.parameters(),
                defaults(definition.parameters()),
                new FunctionValue.Body.Block(definition, definition.body()),
                session.scope(),
                Set.copyOf(locals),
                session.frame().module(),
                definition.nameSpan());
        session.scope().bind(definition.name(), decorated(definition, function), definition.nameSpan());
    }

    private EvaluatedValue decorated(Statement.FunctionDefinition definition, FunctionValue function) {
        EvaluatedValue value = function;
        for (Expression decorator : definition.decorators().reversed()) {
            if (decorator instanceof Expression.Name name
                    && name.name().equals("property")
                    && session.scope().kind() == Scope.Kind.CLASS) {
                value = new PropertyValue(value, definition.nameSpan());
            } else {
                value = session.refuse(Diagnostic.error(
                                EvalCode.DECORATOR_ON_FUNCTION,
                                decorator.span(),
                                "a function of a definition cannot have a decorator")
                        .hint("call it on the function's result where that is used"));
            }
        }
        return value;
    }

    EvaluatedValue lambda(Expression.Lambda lambda) {
        Set<String> locals = new HashSet<>();
        lambda.parameters().forEach(parameter -> locals.add(parameter.name()));
        return new FunctionValue(
                "lambda",
                lambda.parameters(),
                defaults(lambda.parameters()),
                new FunctionValue.Body.Result(lambda.body()),
                session.scope(),
                Set.copyOf(locals),
                session.frame().module(),
                lambda.span());
    }

    private Map<String, EvaluatedValue> defaults(List<Parameter> parameters) {
        Map<String, EvaluatedValue> defaults = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            parameter.defaultValue()
                    .ifPresent(value -> defaults.put(parameter.name(), session.expressions().evaluate(value)));
        }
        return defaults;
    }

    void type(Statement.ClassDefinition definition) {
        List<Arguments.Given> bases = definition.bases().stream()
                .filter(base -> base instanceof Argument.Positional)
                .map(base -> new Arguments.Given(
                        Optional.empty(),
                        base.value().span(),
                        session.expressions().evaluate(base.value()),
                        base.value().span()))
                .toList();
        boolean inner = session.scope().kind() == Scope.Kind.CLASS;
        ClassValue made = new ClassValue(
                definition.name(),
                definition.nameSpan(),
                bases,
                Map.of(),
                Map.of(),
                definition.docstring(),
                session.moduleName(),
                definition.span());
        if (!inner && definition.decorators().isEmpty()) {
            session.scope().bind(definition.name(), withoutDecorator(definition, bases), definition.nameSpan());
            return;
        }
        EvaluatedValue value = body(definition, made);
        for (Expression decorator : definition.decorators().reversed()) {
            EvaluatedValue function = session.expressions().evaluate(decorator);
            Arguments.Given given =
                    new Arguments.Given(Optional.empty(), definition.nameSpan(), value, definition.nameSpan());
            Arguments arguments = new Arguments(List.of(given), List.of(), decorator.span());
            Expression.Call call =
                    new Expression.Call(decorator, List.of(), decorator.span(), decorator.span());
            value = session.calls().invoke(function, call, arguments);
        }
        session.scope().bind(definition.name(), value, definition.nameSpan());
    }

    private EvaluatedValue withoutDecorator(Statement.ClassDefinition definition, List<Arguments.Given> bases) {
        if (bases.stream().anyMatch(base -> base.value() instanceof Poison)) {
            return new Poison(definition.span());
        }
        Diagnostic finding = Diagnostic.error(
                EvalCode.CLASS_WITHOUT_TABLE,
                definition.nameSpan(),
                "`" + definition.name() + "` is a class, and a definition's only classes are tables");
        boolean table = bases.stream().anyMatch(base -> base.value() instanceof Behaviour && !(base.value() instanceof NativeClass));
        return session.refuse(
                table
                        ? finding.hint("write `@table`, or `@table_from_file(\"…\")`, on the line above it")
                        : finding.hint("keep values in variables or a dict, and what is done with them in functions"));
    }

    private ClassValue body(Statement.ClassDefinition definition, ClassValue made) {
        Scope around = session.scope();
        Scope scope = new Scope(Scope.Kind.CLASS, Optional.of(around), Set.of());
        Span statement = session.frame().statement();
        session.frame().scope(scope);
        session.statements().run(definition.body());
        session.frame().scope(around);
        session.frame().statement(statement);
        Map<String, EvaluatedValue> members = new LinkedHashMap<>();
        Map<String, Span> spans = new LinkedHashMap<>();
        scope.bindings().forEach((name, binding) -> {
            members.put(name, binding.value());
            spans.put(name, binding.where());
        });
        return new ClassValue(
                made.name(),
                made.nameSpan(),
                made.bases(),
                members,
                spans,
                made.docstring(),
                made.moduleName(),
                made.origin());
    }
}
