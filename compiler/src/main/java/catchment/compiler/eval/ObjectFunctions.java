package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The built-in functions that ask values what they are and have: {@code isinstance}, {@code getattr}, {@code print}, {@code vars} … */
final class ObjectFunctions {
    private ObjectFunctions() {}

    static List<NativeFunction> all() {
        return List.of(
                NativeFunction.of("isinstance", "object, classinfo, /", ObjectFunctions::isInstance),
                NativeFunction.of("getattr", "object, name, default=, /", ObjectFunctions::get),
                NativeFunction.taking("setattr", "object, name, value, /", ObjectFunctions::set),
                NativeFunction.of("hasattr", "object, name, /", ObjectFunctions::has),
                NativeFunction.of("callable", "object, /", call -> new BooleanValue(
                        call.value("object") instanceof NativeFunction
                                || call.value("object") instanceof FunctionValue
                                || call.value("object") instanceof NativeClass,
                        call.span())),
                NativeFunction.of("repr", "object, /", call -> Texts.representation(
                                call.value("object"), call.span(), call.context())
                        .<EvaluatedValue>map(text -> new TextValue(text, call.span()))
                        .orElseGet(() -> new Poison(call.span()))),
                NativeFunction.of("format", "value, format_spec=, /", call -> FormatSpecification.apply(
                                call.value("value"),
                                call.optional("format_spec").isPresent() ? call.text("format_spec").orElse("") : "",
                                call.span(),
                                call.span(),
                                call.context())
                        .<EvaluatedValue>map(text -> new TextValue(text, call.span()))
                        .orElseGet(() -> new Poison(call.span()))),
                NativeFunction.taking("print", "*values, sep=, end=, file=, flush=", ObjectFunctions::print),
                NativeFunction.of("dir", "object=, /", call -> new Collection.ListValue(
                        names(call).stream().sorted().map(name -> new TextValue(name, call.span())).toList(), call.span())),
                NativeFunction.of("vars", "object=, /", ObjectFunctions::variables),
                NativeFunction.of("locals", "", call -> new NamespaceView(((Session) call.context()).scope(), call.span())),
                NativeFunction.of(
                        "globals", "", call -> new NamespaceView(((Session) call.context()).scope().module(), call.span())),
                NativeFunction.of("hash", "object, /", call -> Keys.of(call.value("object"), call.span(), call.context())
                        .<EvaluatedValue>map(key -> new IntegerValue(key.hashCode(), call.span()))
                        .orElseGet(() -> new Poison(call.span()))));
    }

    private static List<String> names(Invocation call) {
        return call.given("object").isPresent()
                ? Attributes.names(call.value("object"))
                : List.copyOf(((Session) call.context()).scope().bindings().keySet());
    }

    private static EvaluatedValue isInstance(Invocation call) {
        List<EvaluatedValue> classes = new ArrayList<>();
        collect(call.value("classinfo"), classes);
        for (EvaluatedValue type : classes) {
            if (!(type instanceof Behaviour behaviour)) {
                return call.wrongKind("classinfo", "a class");
            }
            if (behaviour.isInstance(call.value("object"))) {
                return new BooleanValue(true, call.span());
            }
        }
        return new BooleanValue(false, call.span());
    }

    private static void collect(EvaluatedValue type, List<EvaluatedValue> classes) {
        if (type instanceof Collection.TupleValue tuple) {
            tuple.elements().forEach(element -> collect(element, classes));
        } else {
            classes.add(type);
        }
    }

    /** {@code object.name} as it would be written, with the places of the arguments. */
    private static Expression.Attribute attribute(Invocation call, String name) {
        Expression target = call.syntax().arguments().isEmpty()
                ? new Expression.Unsupported(call.span("object"))
                : call.syntax().arguments().getFirst().value();
        return new Expression.Attribute(target, name, call.span("name"), call.span());
    }

    private static EvaluatedValue get(Invocation call) {
        Optional<String> name = call.text("name");
        if (name.isEmpty()) {
            return new Poison(call.span());
        }
        if (call.given("default").isPresent()) {
            return attempt(call, name.get()).orElse(call.given("default").get().value());
        }
        return new Attributes((Session) call.context()).value(call.value("object"), attribute(call, name.get()));
    }

    /** The attribute, without a report where there is none. */
    private static Optional<EvaluatedValue> attempt(Invocation call, String name) {
        Session session = (Session) call.context();
        return session.attempt(() -> new Attributes(session).find(call.value("object"), attribute(call, name)));
    }

    private static EvaluatedValue has(Invocation call) {
        Optional<String> name = call.text("name");
        if (name.isEmpty()) {
            return new Poison(call.span());
        }
        Optional<EvaluatedValue> value = attempt(call, name.get());
        return value.isPresent() && value.get() instanceof Poison
                ? value.get()
                : new BooleanValue(value.isPresent(), call.span());
    }

    private static EvaluatedValue set(Invocation call) {
        EvaluatedValue object = call.value("object");
        if (object instanceof Poison) {
            return object;
        }
        if (call.value("name") instanceof Poison name) {
            if (object instanceof Behaviour behaviour) {
                behaviour.becomeUncertain();
            }
            return name;
        }
        Optional<String> name = call.text("name");
        if (name.isEmpty()) {
            return new Poison(call.span());
        }
        int before = call.context().findings();
        boolean done = object instanceof Behaviour behaviour
                && behaviour.setAttribute(name.get(), call.span("name"), call.value("value"), call.span(), call.context());
        if (!done && call.context().findings() == before) {
            return call.context()
                    .refuse(Diagnostic.error(
                            EvalCode.NOT_ASSIGNABLE,
                            call.span("object"),
                            object.kind() + " has no attributes that can be set"));
        }
        return new NoneValue(call.span());
    }

    private static EvaluatedValue print(Invocation call) {
        String separator = call.optional("sep").isPresent() ? call.text("sep").orElse(" ") : " ";
        List<String> parts = new ArrayList<>();
        for (Arguments.Given given : call.rest()) {
            Optional<String> text = given.value() instanceof Behaviour
                    ? Optional.of(printed(given, call))
                    : Texts.display(given.value(), given.span(), call.context());
            if (text.isEmpty()) {
                // What is wrong with it has been said, and what else would be printed is of no use without it.
                return new NoneValue(call.span());
            }
            parts.add(text.get());
        }
        call.context()
                .report(Diagnostic.note(EvalCode.PRINTED, call.span(), String.join(separator, parts)));
        return new NoneValue(call.span());
    }

    /** The text of a value that says for itself what its text is: what has none in an f-string, such as a series, may be printed all the same. */
    private static String printed(Arguments.Given given, Invocation call) {
        Optional<EvaluatedValue> text = ((Session) call.context())
                .attempt(() -> Texts.display(given.value(), given.span(), call.context()).map(found -> new TextValue(found, given.span())));
        return text.isPresent() && text.get() instanceof TextValue found ? found.value() : "<" + given.value().kind() + ">";
    }

    private static EvaluatedValue variables(Invocation call) {
        if (call.given("object").isEmpty()) {
            return new NamespaceView(((Session) call.context()).scope(), call.span());
        }
        EvaluatedValue object = call.value("object");
        if (object instanceof ModuleValue module) {
            return new NamespaceView(module.scope(), call.span());
        }
        if (!(object instanceof Behaviour behaviour)) {
            return call.wrongKind("object", "an object with attributes");
        }
        Collection.DictValue dict = new Collection.DictValue(call.span());
        for (String name : behaviour.attributeNames()) {
            Expression.Attribute syntax =
                    new Expression.Attribute(new Expression.Unsupported(call.span()), name, call.span(), call.span());
            behaviour.attribute(syntax, call.context())
                    .ifPresent(value -> Keys.put(dict, new TextValue(name, call.span()), value, call.span(), call.context()));
        }
        return dict;
    }
}
