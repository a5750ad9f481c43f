package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What parameters a function has, and how the arguments of a call come to them. */
final class Signature {
    /**
     * A parameter.
     *
     * @param optional true if a call may leave it out
     */
    record Formal(String name, Parameter.Kind kind, boolean optional) {}

    /**
     * The arguments of one call by parameter.
     *
     * @param named what each parameter was given; those left out are not there
     * @param rest what {@code *args} was given
     * @param namedRest what {@code **kwargs} was given
     */
    record Bound(Map<String, Arguments.Given> named, List<Arguments.Given> rest, List<Arguments.Given> namedRest) {}

    private final List<Formal> formals;

    Signature(List<Formal> formals) {
        this.formals = List.copyOf(formals);
    }

    /** Reads {@code "iterable, /, *, key=, reverse="}: the parameters as Python writes them, defaults left out after the {@code =}. */
    static Signature of(String text) {
        List<Formal> formals = new ArrayList<>();
        Parameter.Kind kind = Parameter.Kind.POSITIONAL_OR_KEYWORD;
        for (String part : text.isBlank() ? new String[0] : text.split(",\\s*")) {
            if (part.equals("/")) {
                formals.replaceAll(formal -> new Formal(formal.name(), Parameter.Kind.POSITIONAL_ONLY, formal.optional()));
            } else if (part.equals("*")) {
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else if (part.startsWith("**")) {
                formals.add(new Formal(part.substring(2), Parameter.Kind.KEYWORD_REST, true));
            } else if (part.startsWith("*")) {
                formals.add(new Formal(part.substring(1), Parameter.Kind.REST, true));
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else {
                boolean optional = part.endsWith("=");
                formals.add(new Formal(optional ? part.substring(0, part.length() - 1) : part, kind, optional));
            }
        }
        return new Signature(formals);
    }

    List<Formal> formals() {
        return formals;
    }

    /** Binds the arguments of a call. Empty after a report of what does not fit. */
    Optional<Bound> bind(String function, Arguments arguments, Expression.Call syntax, Context context) {
        int before = context.findings();
        Map<String, Arguments.Given> named = new LinkedHashMap<>();
        List<Arguments.Given> rest = new ArrayList<>();
        List<Arguments.Given> namedRest = new ArrayList<>();
        positional(function, arguments, named, rest, context);
        for (Arguments.Given given : arguments.named()) {
            named(function, given, named, namedRest, context);
        }
        boolean uncertain = context.findings() != before;
        if (!uncertain) {
            List<String> missing = formals.stream()
                    .filter(formal -> !formal.optional() && !named.containsKey(formal.name()))
                    .map(Formal::name)
                    .toList();
            if (!missing.isEmpty()) {
                context.report(Diagnostic.error(
                                EvalCode.MISSING_ARGUMENT,
                                syntax.span(),
                                "`" + function + "` needs " + (missing.size() == 1 ? "the argument" : "the arguments") + " `"
                                        + String.join("`, `", missing) + "`")
                        .hint("it takes " + shown()));
                uncertain = true;
            }
        }
        return uncertain ? Optional.empty() : Optional.of(new Bound(named, rest, namedRest));
    }

    private void positional(
            String function,
            Arguments arguments,
            Map<String, Arguments.Given> named,
            List<Arguments.Given> rest,
            Context context) {
        List<Formal> places = formals.stream()
                .filter(formal -> formal.kind() == Parameter.Kind.POSITIONAL_ONLY
                        || formal.kind() == Parameter.Kind.POSITIONAL_OR_KEYWORD)
                .toList();
        boolean open = formals.stream().anyMatch(formal -> formal.kind() == Parameter.Kind.REST);
        for (int i = 0; i < arguments.positional().size(); i++) {
            Arguments.Given given = arguments.positional().get(i);
            if (i < places.size()) {
                named.put(places.get(i).name(), given);
            } else if (open) {
                rest.add(given);
            } else {
                int self = ofMethod() ? 1 : 0;
                String takes = places.size() == self ? "no arguments" : "at most " + count(places.size() - self) + " in order";
                Diagnostic finding = Diagnostic.error(
                        EvalCode.TOO_MANY_ARGUMENTS,
                        given.span(),
                        "`" + function + "` takes " + takes + ", and was given " + (arguments.positional().size() - self));
                context.report(formals.isEmpty() ? finding : finding.hint("it takes " + shown()));
                return;
            }
        }
    }

    private void named(
            String function,
            Arguments.Given given,
            Map<String, Arguments.Given> named,
            List<Arguments.Given> namedRest,
            Context context) {
        String name = given.name().orElse("");
        Optional<Formal> formal = formals.stream()
                .filter(known -> known.name().equals(name)
                        && (known.kind() == Parameter.Kind.POSITIONAL_OR_KEYWORD
                                || known.kind() == Parameter.Kind.KEYWORD_ONLY))
                .findFirst();
        if (formal.isPresent()) {
            if (named.containsKey(name)) {
                context.report(Diagnostic.error(
                        EvalCode.ARGUMENT_TWICE,
                        given.nameSpan(),
                        "`" + function + "` is given `" + name + "` twice"));
                return;
            }
            named.put(name, given);
            return;
        }
        if (formals.stream().anyMatch(known -> known.kind() == Parameter.Kind.KEYWORD_REST)) {
            namedRest.add(given);
            return;
        }
        context.report(unknown(function, name, given.nameSpan()));
    }

    private Diagnostic unknown(String function, String name, Span span) {
        Diagnostic finding = Diagnostic.error(
                EvalCode.UNKNOWN_ARGUMENT, span, "`" + function + "` has no argument `" + name + "`");
        List<String> names = formals.stream().map(Formal::name).toList();
        List<String> near = NearNames.of(name, names);
        if (near.size() == 1) {
            finding = finding.fix(span, near.getFirst());
        }
        Optional<String> hint = Suggestions.hint(name, names);
        if (hint.isPresent()) {
            return finding.hint(hint.get());
        }
        return finding.hint("it takes " + shown());
    }

    /** True if the first parameter is the object itself, which no caller writes. */
    private boolean ofMethod() {
        return !formals.isEmpty() && formals.getFirst().name().equals("self");
    }

    private String shown() {
        if (formals.isEmpty()) {
            return "no arguments";
        }
        StringBuilder text = new StringBuilder();
        for (Formal formal : formals.subList(ofMethod() ? 1 : 0, formals.size())) {
            if (!text.isEmpty()) {
                text.append(", ");
            }
            switch (formal.kind()) {
                case REST -> text.append('*').append(formal.name());
                case KEYWORD_REST -> text.append("**").append(formal.name());
                case KEYWORD_ONLY -> text.append(formal.name()).append("=…");
                case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD ->
                    text.append(formal.name()).append(formal.optional() ? "=…" : "");
            }
        }
        return "`(" + text + ")`";
    }

    private static String count(int count) {
        return count == 1 ? "one" : Integer.toString(count);
    }
}
