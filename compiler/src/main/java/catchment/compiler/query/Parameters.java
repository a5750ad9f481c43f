package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code get_parameter}: what stood after {@code --} on the command line. */
final class Parameters {
    private static final Set<String> TRUE = Set.of("true", "True", "1");
    private static final Set<String> FALSE = Set.of("false", "False", "0");

    private Parameters() {}

    /** The parameters that a definition asked for, to list them where one is missing. */
    static final class Asked {
        private final Set<String> names = new LinkedHashSet<>();
    }

    static EvaluatedValue get(Call call) {
        String name = ((TextValue) call.given("name").orElseThrow().value()).value();
        call.context().state(Asked.class, Asked::new).names.add(name);
        Optional<Given> type = call.given("type");
        Optional<String> builtin = type.map(given -> Types.name(given.value())).orElse(Optional.of("str"));
        if (builtin.filter(Set.of("list", "set", "tuple", "dict")::contains).isPresent()) {
            return call.refuse(Diagnostic.error(
                            EvalCode.ARGUMENT_KIND, type.orElseThrow().span(), "the type is that of one value, not " + Words.tick(builtin.get()))
                    .hint("several values make a list by themselves: -- --" + name + " a b"));
        }
        List<String> values = values(name, call.context().arguments());
        if (values.isEmpty()) {
            // The place of a default is the whole call: that is where its type is mended.
            return call.value("default")
                    .map(value -> value instanceof TextValue text ? new TextValue(text.value(), call.site().whole()) : value)
                    .orElseGet(() -> call.refuse(missing(name, call)));
        }
        List<EvaluatedValue> made = new ArrayList<>();
        for (String text : values) {
            EvaluatedValue value = convert(text, name, builtin, type, call);
            if (value instanceof Poison) {
                return value;
            }
            made.add(value);
        }
        return made.size() == 1 ? made.getFirst() : new Collection.ListValue(made, call.site().whole());
    }

    /** The values of {@code --name v w}, {@code --name=v} and repeated options. */
    static List<String> values(String name, List<String> arguments) {
        List<String> values = new ArrayList<>();
        boolean within = false;
        for (String argument : arguments) {
            boolean negative = argument.matches("-[0-9.]+.*");
            if (argument.equals("--" + name)) {
                within = true;
            } else if (argument.startsWith("--" + name + "=")) {
                values.add(argument.substring(name.length() + 3));
                within = false;
            } else if (argument.startsWith("-") && !negative) {
                within = false;
            } else if (within) {
                values.add(argument);
            }
        }
        return values;
    }

    private static EvaluatedValue convert(String text, String name, Optional<String> builtin, Optional<Given> type, Call call) {
        Span whole = call.site().whole();
        TextValue value = new TextValue(text, whole);
        if (builtin.filter("str"::equals).isPresent()) {
            return value;
        }
        if (builtin.filter("bool"::equals).isPresent()) {
            boolean yes = TRUE.contains(text);
            return yes || FALSE.contains(text) ? new BooleanValue(yes, whole) : call.refuse(wrong(text, name, "true or false", bool(text), call));
        }
        String wanted = switch (builtin.orElse("")) {
            case "int" -> "a whole number";
            case "float" -> "a decimal number";
            default -> "";
        };
        boolean good = switch (builtin.orElse("")) {
            case "int" -> text.strip().matches("[+-]?[0-9]{1,18}");
            case "float" -> text.strip().matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
            default -> true;
        };
        if (!good) {
            return call.refuse(wrong(text, name, wanted, Optional.empty(), call));
        }
        Given given = new Given(Optional.empty(), whole, value, whole);
        return call.context().call(type.orElseThrow().value(), new Arguments(List.of(given), List.of(), whole), whole);
    }

    /** The names of what the command gives, without dashes and values. */
    private static List<String> options(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith("--") && argument.length() > 2)
                .map(argument -> argument.substring(2).replaceFirst("=.*", ""))
                .toList();
    }

    private static Optional<String> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on", "t" -> Optional.of("true");
            case "no", "n", "off", "f" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Diagnostic wrong(String text, String name, String wanted, Optional<String> instead, Call call) {
        Diagnostic found = Diagnostic.error(
                EvalCode.PARAMETER_VALUE, call.site().whole(), Words.tick(Words.quoted(text)) + " is not " + wanted + ", as " + Words.tick("--" + name) + " needs");
        return instead.map(value -> found.hint("write " + Words.tick("--" + name + " " + value))).orElseGet(() -> found.hint("write " + Words.tick("--" + name) + " and " + wanted));
    }

    private static Diagnostic missing(String name, Call call) {
        List<String> arguments = call.context().arguments();
        int given = arguments.lastIndexOf("--" + name);
        if (given >= 0) {
            Diagnostic empty = Diagnostic.error(
                    EvalCode.PARAMETER_MISSING, call.site().whole(), Words.tick("--" + name) + " stands in the command without a value");
            return given + 1 < arguments.size()
                    ? empty.hint("a value that begins with a dash is joined by `=`: " + Words.tick("--" + name + "=" + arguments.get(given + 1)))
                    : empty.hint("write the value after it: " + Words.tick("… -- --" + name + " VALUE"));
        }
        List<String> near = NearNames.of(name, options(arguments));
        if (!near.isEmpty()) {
            return Diagnostic.error(
                            EvalCode.PARAMETER_MISSING,
                            call.site().whole(),
                            "the definition needs " + Words.tick("--" + name) + ", and the command gives " + Words.tick("--" + near.getFirst()))
                    .hint("did you mean " + Words.tick("… -- --" + name + " VALUE") + "?");
        }
        Set<String> names = call.context().state(Asked.class, Asked::new).names;
        Diagnostic found = Diagnostic.error(
                        EvalCode.PARAMETER_MISSING, call.site().whole(), "the definition needs " + Words.tick("--" + name) + ", and the command gives none")
                .hint("add it at the end of the command, after a lone `--`: " + Words.tick("… -- --" + name + " VALUE"))
                .hint("or give it a default: " + Words.tick("get_parameter(" + Words.quoted(name) + ", default=…)"));
        return names.size() > 1 ? found.hint("parameters that were asked for so far: " + Words.tick(String.join(", ", names))) : found;
    }
}
