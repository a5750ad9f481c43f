package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.StaticEquality;
import catchment.compiler.eval.TextValue;
import catchment.compiler.eval.Texts;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An {@code argparse.ArgumentParser}: the options that a definition declares, and their values in this run. */
final class ArgumentParser implements Behaviour {
    private static final List<String> NAMES = List.of(
            "add_argument", "parse_args", "parse_known_args", "add_argument_group", "add_mutually_exclusive_group", "set_defaults");

    /** The default of an option that leaves no attribute where it is not given. */
    static final TextValue SUPPRESS = new TextValue("==SUPPRESS==", Span.NONE);

    private final Span origin;
    private final List<DeclaredOption> options = new ArrayList<>();
    private final Map<String, EvaluatedValue> defaults = new LinkedHashMap<>();
    private boolean uncertain;

    ArgumentParser(Span origin) {
        this.origin = origin;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return switch (syntax.name()) {
            case "add_argument" -> Optional.of(NativeFunction.taking(
                    "add_argument",
                    "*flags, action=, nargs=, const=, default=, type=, choices=, required=, help=, metavar=, dest=",
                    this::add));
            case "parse_args" -> Optional.of(NativeFunction.of("parse_args", "args=", call -> parse(call, new ArrayList<>())));
            case "parse_known_args" -> Optional.of(NativeFunction.of("parse_known_args", "args=", call -> {
                List<EvaluatedValue> unknown = new ArrayList<>();
                EvaluatedValue known = parse(call, unknown);
                return known instanceof Poison
                        ? known
                        : new Collection.TupleValue(
                                List.of(known, new Collection.ListValue(unknown, call.span())), false, call.span());
            }));
            case "add_argument_group", "add_mutually_exclusive_group" -> Optional.of(
                    NativeFunction.of(syntax.name(), "title=, description=, required=", _ -> this));
            case "set_defaults" -> Optional.of(NativeFunction.of("set_defaults", "**names", call -> {
                call.namedRest().forEach(given -> defaults.put(given.name().orElse(""), given.value()));
                return new NoneValue(call.span());
            }));
            default -> {
                uncertain = true;
                yield Optional.empty();
            }
        };
    }

    @Override
    public void becomeUncertain() {
        uncertain = true;
    }

    @Override
    public List<String> attributeNames() {
        return NAMES;
    }

    private EvaluatedValue add(Invocation call) {
        if (call.arguments().poisoned()) {
            uncertain = true;
            return new Poison(call.span());
        }
        List<String> flags = new ArrayList<>();
        for (Arguments.Given given : call.rest()) {
            if (!(given.value() instanceof TextValue text)) {
                return call.refuse(EvalCode.ARGUMENT_KIND, "the name of an option is text, and this is " + given.value().kind());
            }
            flags.add(text.value());
        }
        if (flags.isEmpty()) {
            return call.refuse(EvalCode.MISSING_ARGUMENT, "an option needs a name: `add_argument(\"--start\")`");
        }
        options.add(new DeclaredOption(flags, call));
        return new NoneValue(call.span());
    }

    /**
     * @param unknown takes the words that no option does, in order
     */
    private EvaluatedValue parse(Invocation call, List<EvaluatedValue> unknown) {
        Optional<List<String>> words = words(call);
        if (words.isEmpty()) {
            return new Poison(call.span());
        }
        Map<String, EvaluatedValue> values = new LinkedHashMap<>(defaults);
        options.forEach(option -> values.put(option.name(), option.initial()));
        List<DeclaredOption> positional =
                new ArrayList<>(options.stream().filter(DeclaredOption::isPositional).toList());
        List<DeclaredOption> missing = new ArrayList<>(options.stream().filter(DeclaredOption::isRequired).toList());
        List<String> rest = new ArrayList<>(words.get());
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String flag = equals < 0 ? word : word.substring(0, equals);
            Optional<DeclaredOption> named = option(flag);
            if (named.isPresent() && word.startsWith("-")) {
                if (equals >= 0) {
                    rest.addFirst(word.substring(equals + 1));
                }
                values.put(named.get().name(), named.get().take(rest, equals >= 0, values.get(named.get().name()), call));
                missing.remove(named.get());
            } else if (!positional.isEmpty() && !(word.startsWith("--") && word.length() > 2)) {
                DeclaredOption next = positional.removeFirst();
                rest.addFirst(word);
                values.put(next.name(), next.take(rest, false, values.get(next.name()), call));
                missing.remove(next);
            } else {
                unknown.add(new TextValue(word, call.span()));
            }
        }
        values.values().removeIf(value -> value == SUPPRESS);
        for (DeclaredOption option : missing) {
            values.put(option.name(), option.refuseMissing(call));
        }
        return new ParsedArguments(values, uncertain, call.span());
    }

    /** The option of a flag, also of the beginning of one if only one begins so. */
    private Optional<DeclaredOption> option(String flag) {
        Optional<DeclaredOption> exact =
                options.stream().filter(option -> option.flags().contains(flag)).findFirst();
        if (exact.isPresent() || !flag.startsWith("--")) {
            return exact;
        }
        List<DeclaredOption> beginning = options.stream()
                .filter(option -> option.flags().stream().anyMatch(known -> known.startsWith(flag)))
                .toList();
        return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty();
    }

    private static Optional<List<String>> words(Invocation call) {
        if (call.optional("args").isEmpty()) {
            return Optional.of(call.context().arguments());
        }
        return call.elements("args").map(elements -> elements.stream()
                .flatMap(element -> element instanceof TextValue text
                        ? java.util.stream.Stream.of(text.value())
                        : java.util.stream.Stream.empty())
                .toList());
    }

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "a parser of arguments";
    }

    /** One option or argument. */
    private static final class DeclaredOption {
        private final List<String> flags;
        private final Invocation declared;

        DeclaredOption(List<String> flags, Invocation declared) {
            this.flags = List.copyOf(flags);
            this.declared = declared;
        }

        List<String> flags() {
            return flags;
        }

        boolean isPositional() {
            return !flags.getFirst().startsWith("-");
        }

        boolean isRequired() {
            boolean optionalWords = text("nargs").filter(many -> many.equals("?") || many.equals("*")).isPresent();
            return isPositional() ? !optionalWords : declared.flag("required");
        }

        String name() {
            return text("dest").orElseGet(() -> flags.stream()
                    .filter(flag -> flag.startsWith("--") || isPositional())
                    .findFirst()
                    .orElse(flags.getFirst())
                    .replaceFirst("^-+", "")
                    .replace('-', '_'));
        }

        private Optional<String> text(String parameter) {
            return declared.optional(parameter)
                    .flatMap(value -> value instanceof TextValue text ? Optional.of(text.value()) : Optional.empty());
        }

        EvaluatedValue initial() {
            boolean on = text("action").filter("store_true"::equals).isPresent();
            boolean off = text("action").filter("store_false"::equals).isPresent();
            EvaluatedValue otherwise =
                    on || off ? new BooleanValue(off, declared.span()) : new NoneValue(declared.span());
            EvaluatedValue initial = declared.given("default").map(Arguments.Given::value).orElse(otherwise);
            return initial instanceof TextValue && initial != SUPPRESS && declared.optional("type").isPresent()
                    ? converted(initial, declared)
                    : initial;
        }

        /** Takes the option's words from the rest of the command line. */
        EvaluatedValue take(List<String> rest, boolean attached, EvaluatedValue before, Invocation call) {
            switch (text("action").orElse("store")) {
                case "store_true" -> {
                    return new BooleanValue(true, call.span());
                }
                case "store_false" -> {
                    return new BooleanValue(false, call.span());
                }
                case "store_const" -> {
                    return declared.value("const");
                }
                case "append" -> {
                    List<EvaluatedValue> all = new ArrayList<>(before instanceof Collection.ListValue list ? list.elements() : List.of());
                    all.add(one(rest, call));
                    return new Collection.ListValue(all, call.span());
                }
                default -> {
                    return many(rest, attached, call);
                }
            }
        }

        private EvaluatedValue many(List<String> rest, boolean attached, Invocation call) {
            Optional<EvaluatedValue> nargs = declared.optional("nargs");
            if (nargs.isEmpty() || attached) {
                return one(rest, call);
            }
            long most = nargs.get() instanceof IntegerValue number ? number.value() : Long.MAX_VALUE;
            if (text("nargs").filter("?"::equals).isPresent()) {
                return rest.isEmpty() || isOption(rest.getFirst())
                        ? declared.given("const").map(Arguments.Given::value).orElseGet(this::initial)
                        : one(rest, call);
            }
            List<EvaluatedValue> values = new ArrayList<>();
            while (values.size() < most && !rest.isEmpty() && !isOption(rest.getFirst())) {
                values.add(one(rest, call));
            }
            return new Collection.ListValue(values, call.span());
        }

        private static boolean isOption(String word) {
            return word.startsWith("-") && !word.matches("-\\d+(\\.\\d+)?");
        }

        private EvaluatedValue one(List<String> rest, Invocation call) {
            if (rest.isEmpty()) {
                return refuseMissing(call);
            }
            EvaluatedValue value = converted(new TextValue(rest.removeFirst(), call.span()), call);
            Optional<List<EvaluatedValue>> choices =
                    declared.optional("choices").isPresent() ? declared.elements("choices") : Optional.empty();
            if (choices.isPresent() && !(value instanceof Poison) && !StaticEquality.contains(choices.get(), value, call.context())) {
                String shown = Texts.representation(value, call.span(), call.context()).orElse("this value");
                String all = Texts.representation(
                                new Collection.ListValue(choices.get(), call.span()), call.span(), call.context())
                        .orElse("");
                return call.context()
                        .refuse(Diagnostic.error(
                                        EvalCode.PARAMETER_VALUE,
                                        declared.span(),
                                        shown + " is none of the choices for `" + flags.getFirst() + "`")
                                .hint("the choices are " + all));
            }
            return value;
        }

        private EvaluatedValue converted(EvaluatedValue text, Invocation call) {
            return declared.optional("type")
                    .map(type -> call.call(type, List.of(text)))
                    .orElse(text);
        }

        Poison refuseMissing(Invocation call) {
            String flag = flags.getFirst();
            return call.context()
                    .refuse(Diagnostic.error(
                                    EvalCode.PARAMETER_MISSING,
                                    declared.span(),
                                    "the definition needs a value for `" + flag + "`, and the command gave none")
                            .hint("give it after a lone `--`: `… -- " + (isPositional() ? flag.toUpperCase(java.util.Locale.ROOT) : flag + " VALUE") + "`"));
        }
    }
}
