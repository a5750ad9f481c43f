package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the arguments of a call to the parameters of an entry. */
final class Binder {
    /** Names that arguments had before, and have in other tools. */
    private static final Map<String, Map<String, String>> RENAMED = Map.of(
            "case", Map.of("default", "otherwise", "else_", "otherwise", "default_value", "otherwise"),
            "codelist_from_csv", Map.of("code_column", "column", "col", "column", "category", "category_column", "categories", "category_column"),
            "map_values", Map.of("otherwise", "default"),
            "to_category", Map.of("otherwise", "default"),
            "define_measure", Map.of("interval", "intervals", "groupby", "group_by", "group", "group_by"),
            "configure_dummy_data", Map.of("size", "population_size", "n", "population_size"),
            "get_parameter", Map.of("type_", "type", "default_value", "default"));

    /** What takes one condition, and is often given several. */
    private static final Set<String> CONDITIONS = Set.of("where", "except_where", "define_population", "when");

    /** How other tools are told in which order to sort. */
    private static final Set<String> ORDERS = Set.of("ascending", "asc", "desc", "descending", "order", "reverse");

    private Binder() {}

    static Optional<Map<String, List<Given>>> bind(Entry entry, Arguments arguments, Site site, Context context) {
        Map<String, List<Given>> bound = new LinkedHashMap<>();
        List<Entry.Parameter> positional = entry.parameters().stream()
                .filter(parameter -> parameter.passing() == Entry.Passing.NORMAL)
                .toList();
        Optional<Entry.Parameter> rest = entry.parameters().stream()
                .filter(parameter -> parameter.passing() == Entry.Passing.REST)
                .findFirst();
        List<Diagnostic> mistakes = new ArrayList<>();
        for (int i = 0; i < arguments.positional().size(); i++) {
            Given given = arguments.positional().get(i);
            if (i < positional.size()) {
                put(bound, positional.get(i).name(), given);
            } else if (rest.isPresent()) {
                put(bound, rest.get().name(), given);
            } else {
                mistakes.add(CONDITIONS.contains(entry.name())
                        ? conditions(entry, arguments, context)
                        : positional.size() == 1 && positional.getFirst().name().equals("interval")
                                ? enclosed(entry, arguments, "a pair of dates in parentheses", "(", ")", context)
                        : positional.size() == 1 && positional.getFirst().name().equals("values")
                                ? enclosed(entry, arguments, "a list of values", "[", "]", context)
                                : surplus(entry, positional, given, context));
                break;
            }
        }
        for (Given given : arguments.named()) {
            named(entry, given, bound, context).ifPresent(mistakes::add);
        }
        if (mistakes.isEmpty()) {
            missing(entry, bound, site, context).ifPresent(mistakes::add);
        }
        mistakes.forEach(context::report);
        return mistakes.isEmpty() ? Optional.of(bound) : Optional.empty();
    }

    private static void put(Map<String, List<Given>> bound, String name, Given given) {
        bound.computeIfAbsent(name, _ -> new ArrayList<>()).add(given);
    }

    private static Diagnostic conditions(Entry entry, Arguments arguments, Context context) {
        List<String> each = arguments.positional().stream()
                .map(given -> "(" + Words.full(given.span(), context) + ")")
                .toList();
        String mended = String.join(" & ", each);
        Span all = arguments.positional().getFirst().span().to(arguments.positional().getLast().span());
        return Diagnostic.error(
                        QueryCode.SURPLUS_ARGUMENT,
                        all,
                        Words.tick(entry.name()) + " takes one condition; several are joined with `&`, or `|`")
                .hint("write " + Words.tick(entry.name() + "(" + mended + ")"))
                .fix(all, mended);
    }

    /** {@code is_during("2020-01-01", "2020-12-31")}, {@code is_in("a", "b")}: the pair of dates, the list is one argument. */
    private static Diagnostic enclosed(Entry entry, Arguments arguments, String one, String open, String close, Context context) {
        Span all = arguments.positional().getFirst().span().to(arguments.positional().getLast().span());
        String mended = open + context.sourceText(all) + close;
        return Diagnostic.error(QueryCode.SURPLUS_ARGUMENT, all, Words.tick(entry.name()) + " takes one argument, " + one)
                .hint("write " + Words.tick(entry.name() + "(" + open + Words.full(all, context) + close + ")"))
                .fix(all, mended);
    }

    private static Diagnostic surplus(Entry entry, List<Entry.Parameter> positional, Given given, Context context) {
        List<String> named = entry.parameters().stream()
                .filter(parameter -> parameter.passing() == Entry.Passing.NAMED)
                .map(Entry.Parameter::name)
                .toList();
        String count = switch (positional.size()) {
            case 0 -> named.isEmpty() ? "no arguments" : "no arguments without a name";
            case 1 -> named.isEmpty() ? "one argument" : "one argument without a name";
            default -> positional.size() + " arguments" + (named.isEmpty() ? "" : " without a name");
        };
        Diagnostic found = Diagnostic.error(QueryCode.SURPLUS_ARGUMENT, given.span(), Words.tick(entry.name()) + " takes " + count);
        if (!named.isEmpty()) {
            String text = Words.source(given.span(), context);
            found = found.hint("name it: " + Words.tick(named.getFirst() + "=" + text)).fix(given.span().before(), named.getFirst() + "=");
        }
        return found.hint(Words.tick(entry.signature()));
    }

    private static Optional<Diagnostic> named(Entry entry, Given given, Map<String, List<Given>> bound, Context context) {
        String name = given.name().orElseThrow();
        for (Entry.Parameter parameter : entry.parameters()) {
            boolean byName = parameter.passing() == Entry.Passing.NORMAL || parameter.passing() == Entry.Passing.NAMED;
            if (byName && parameter.name().equals(name)) {
                if (bound.containsKey(name)) {
                    return Optional.of(Diagnostic.error(
                            QueryCode.SURPLUS_ARGUMENT, given.nameSpan(), Words.tick(entry.name()) + " is given " + Words.tick(name) + " twice"));
                }
                put(bound, name, given);
                return Optional.empty();
            }
        }
        Optional<Entry.Parameter> rest = entry.parameters().stream()
                .filter(parameter -> parameter.passing() == Entry.Passing.NAMED_REST)
                .findFirst();
        if (rest.isPresent()) {
            put(bound, rest.get().name(), given);
            return Optional.empty();
        }
        return Optional.of(unknown(entry, name, given, context));
    }

    private static Diagnostic unknown(Entry entry, String name, Given given, Context context) {
        List<String> names = entry.parameters().stream()
                .filter(parameter -> parameter.passing() != Entry.Passing.REST)
                .map(Entry.Parameter::name)
                .toList();
        String renamed = RENAMED.getOrDefault(entry.name(), Map.of()).get(name);
        if (renamed != null) {
            return Diagnostic.error(
                            QueryCode.RENAMED_ARGUMENT,
                            given.nameSpan(),
                            "in " + Words.tick(entry.name()) + ", " + Words.tick(name) + " is called " + Words.tick(renamed))
                    .hint("write " + Words.tick(renamed + "=…"))
                    .fix(given.nameSpan(), renamed);
        }
        Diagnostic found = Diagnostic.error(
                EvalCode.UNKNOWN_ARGUMENT, given.nameSpan(), Words.tick(entry.name()) + " has no argument " + Words.tick(name));
        if (entry.name().equals("sort_by") && ORDERS.contains(name)) {
            return found.hint(OperatorMisses.DESCENDING);
        }
        if (CONDITIONS.contains(entry.name())) {
            return found.hint("a condition is made of a table's columns: " + Words.tick("table." + name + " == " + Words.source(given.span(), context)));
        }
        List<String> near = NearNames.of(name, names);
        if (!near.isEmpty()) {
            found = found.hint("did you mean " + Words.tick(near.getFirst()) + "?").fix(given.nameSpan(), near.getFirst());
        }
        return found.hint(Words.tick(entry.signature()));
    }

    private static Optional<Diagnostic> missing(Entry entry, Map<String, List<Given>> bound, Site site, Context context) {
        List<String> missing = entry.parameters().stream()
                .filter(parameter -> parameter.mustBeGiven() && !bound.containsKey(parameter.name()))
                .map(Entry.Parameter::name)
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Diagnostic found = Diagnostic.error(
                EvalCode.MISSING_ARGUMENT,
                site.arguments().file().isEmpty() ? site.whole() : site.name().to(site.arguments()),
                Words.tick(entry.name()) + " needs " + Words.tick(String.join(" and ", missing)));
        Diagnostic hinted = entry.name().equals("codelist_from_csv") && missing.equals(List.of("column"))
                ? CodelistHints.withoutColumn(found, bound, context)
                : found;
        return Optional.of(hinted.hint(Words.tick(entry.signature())));
    }
}
