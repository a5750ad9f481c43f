package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates calls: the function, the arguments, and what comes of them. */
final class Calls {
    private static final int DEEPEST = 200;

    private final Session session;

    Calls(Session session) {
        this.session = session;
    }

    EvaluatedValue evaluate(Expression.Call syntax) {
        EvaluatedValue function;
        Optional<EvaluatedValue> receiver = Optional.empty();
        if (syntax.function() instanceof Expression.Attribute attribute) {
            EvaluatedValue target = session.expressions().evaluate(attribute.target());
            receiver = Optional.of(target);
            function = new Attributes(session).value(target, attribute);
        } else {
            function = session.expressions().evaluate(syntax.function());
        }
        receiver.ifPresent(session.receivers()::push);
        Optional<Arguments> arguments = arguments(syntax);
        receiver.ifPresent(_ -> session.receivers().pop());
        if (arguments.isEmpty() || function instanceof Poison) {
            return new Poison(syntax.span());
        }
        return invoke(function, syntax, arguments.get());
    }

    /** The arguments, evaluated and spread. Empty if it is unknown what they are. */
    private Optional<Arguments> arguments(Expression.Call syntax) {
        session.joinedTexts().arguments(syntax);
        List<Arguments.Given> positional = new ArrayList<>();
        List<Arguments.Given> named = new ArrayList<>();
        boolean known = true;
        for (Argument argument : syntax.arguments()) {
            EvaluatedValue value = session.expressions().evaluate(argument.value());
            Span span = argument.value().span();
            switch (argument) {
                case Argument.Positional _ -> positional.add(new Arguments.Given(Optional.empty(), span, value, span));
                case Argument.Keyword keyword ->
                    named.add(new Arguments.Given(Optional.of(keyword.name()), keyword.nameSpan(), value, span));
                case Argument.Spread _ -> {
                    Optional<List<EvaluatedValue>> elements = Iteration.elements(value, span, session);
                    known &= elements.isPresent();
                    elements.orElse(List.of())
                            .forEach(element -> positional.add(
                                    new Arguments.Given(Optional.empty(), span, element, span)));
                }
                case Argument.KeywordSpread _ -> known &= spread(value, span, named);
            }
        }
        return known ? Optional.of(new Arguments(positional, named, syntax.argumentsSpan())) : Optional.empty();
    }

    private boolean spread(EvaluatedValue value, Span span, List<Arguments.Given> named) {
        if (!(value instanceof Collection.DictValue dict)) {
            if (!(value instanceof Poison)) {
                session.report(Diagnostic.error(
                        EvalCode.ARGUMENT_KIND, span, "`**` spreads a dict, and this is " + value.kind()));
            }
            return false;
        }
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            if (!(entry.key() instanceof TextValue name)) {
                session.report(Diagnostic.error(
                        EvalCode.ARGUMENT_KIND, span, "the names of arguments are text, and this dict has " + entry.key().kind() + " as a key"));
                return false;
            }
            named.add(new Arguments.Given(Optional.of(name.value()), span, entry.value(), span));
        }
        return true;
    }

    /** Calls a value with arguments that are evaluated already. */
    EvaluatedValue invoke(EvaluatedValue function, Expression.Call syntax, Arguments arguments) {
        if (function instanceof Poison) {
            return new Poison(syntax.span());
        }
        if (function instanceof Behaviour behaviour) {
            int before = session.findings();
            Optional<EvaluatedValue> result = behaviour.call(syntax, arguments, session);
            if (result.isPresent()) {
                return result.get();
            }
            if (session.findings() != before) {
                return new Poison(syntax.span());
            }
        }
        return session.refuse(session.accident(function).orElseGet(() -> notCallable(function, syntax)));
    }

    private Diagnostic notCallable(EvaluatedValue function, Expression.Call syntax) {
        Expression called = syntax.function();
        String text = session.sourceText(called.span());
        Diagnostic finding = Diagnostic.error(
                EvalCode.NOT_CALLABLE,
                called.span(),
                "`" + text + "` is " + function.kind() + ", not a function, so it cannot be called");
        return Shadowing.explain(called, finding, session)
                .orElseGet(() -> function instanceof Collection
                        ? finding.hint("elements are taken with square brackets: `" + text + "[…]`")
                        : finding.hint("delete the parentheses after it, or join the two with an operator"));
    }

    /** Runs a function of the definition. */
    EvaluatedValue run(FunctionValue function, Expression.Call syntax, Arguments arguments) {
        Optional<Signature.Bound> bound = function.signature().bind(function.name(), arguments, syntax, session);
        if (bound.isEmpty()) {
            return new Poison(syntax.span());
        }
        if (running().contains(function)) {
            return session.refuse(Diagnostic.error(
                            EvalCode.RECURSION, syntax.span(), "`" + function.name() + "` calls itself, and would never end")
                    .hint("go through a list with `for` instead"));
        }
        checkDepth(syntax.span());
        Scope scope = new Scope(Scope.Kind.FUNCTION, Optional.of(function.closure()), function.locals());
        Frame frame = new Frame(function.module(), Optional.of(function), scope, syntax.span());
        bindParameters(function, bound.get(), scope, frame, syntax.span());
        session.frames().push(frame);
        try {
            return result(function, syntax);
        } finally {
            session.frames().pop();
        }
    }

    /** The functions that are running, as their author sees it: a generator runs in those that made it, whoever takes its elements. */
    Set<FunctionValue> running() {
        Set<FunctionValue> running = new HashSet<>();
        for (Frame frame : session.frames()) {
            frame.function().ifPresent(running::add);
            if (frame.suspended().isPresent()) {
                running.addAll(frame.suspended().get());
                break;
            }
        }
        return running;
    }

    /** Ends evaluation if one call more would be too many within one another. */
    void checkDepth(Span call) {
        if (session.frames().size() > DEEPEST) {
            session.report(Diagnostic.error(EvalCode.TOO_DEEP, call, "more than " + DEEPEST + " calls are nested here"));
            throw new EvaluationLimit();
        }
    }

    private void bindParameters(
            FunctionValue function, Signature.Bound bound, Scope scope, Frame frame, Span call) {
        for (Parameter parameter : function.parameters()) {
            EvaluatedValue value = switch (parameter.kind()) {
                case REST -> new Collection.TupleValue(
                        bound.rest().stream().map(Arguments.Given::value).toList(), false, call);
                case KEYWORD_REST -> {
                    Collection.DictValue dict = new Collection.DictValue(call);
                    bound.namedRest()
                            .forEach(given -> Keys.put(
                                    dict,
                                    new TextValue(given.name().orElse(""), given.nameSpan()),
                                    given.value(),
                                    given.nameSpan(),
                                    session));
                    yield dict;
                }
                case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, KEYWORD_ONLY -> {
                    Arguments.Given given = bound.named().get(parameter.name());
                    if (given != null) {
                        frame.arguments().put(parameter.name(), given.span());
                    }
                    yield given != null ? given.value() : function.defaults().get(parameter.name());
                }
            };
            scope.bind(parameter.name(), value, parameter.span());
        }
    }

    private EvaluatedValue result(FunctionValue function, Expression.Call syntax) {
        return switch (function.body()) {
            case FunctionValue.Body.Result result -> session.expressions().evaluate(result.expression());
            case FunctionValue.Body.Block block -> switch (session.statements().run(block.statements())) {
                case Flow.Return back -> back.value();
                case Flow.Stop _ -> new Poison(syntax.span());
                case Flow.Next _, Flow.Break _, Flow.Continue _ -> {
                    Span below = Accidents.below(block.definition());
                    session.accident(below, Accidents.withoutReturn(block.definition()));
                    yield session.scope().uncertain() ? new Poison(syntax.span()) : new NoneValue(below);
                }
            };
        };
    }
}
