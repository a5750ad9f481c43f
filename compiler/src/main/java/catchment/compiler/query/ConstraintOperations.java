package catchment.compiler.query;

import static catchment.compiler.query.Entry.function;
import static catchment.compiler.query.Entry.optional;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Constraint;
import catchment.grammar.diagnostic.Diagnostic;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constraints of columns. */
final class ConstraintOperations {
    private static final int LONGEST_PATTERN = 1_000;
    private static final int LARGEST_PATTERN = 50_000;

    private static final Expectation WHOLE = new Expectation("a whole number", (given, call) -> {
        if (given.value() instanceof IntegerValue) {
            return Optional.of(new Taken.Raw(given));
        }
        call.context().report(Expect.kind(given, call, "a whole number"));
        return Optional.empty();
    });

    private static final Expectation VALUES = Expect.anything("a list of values");

    private ConstraintOperations() {}

    static List<Entry> entries() {
        return List.of(
                function("Categorical").takes(parameter("values", VALUES)).says("One of these values.").spec("tables/declared").builds(ConstraintOperations::categorical),
                function("NotNull").says("Never missing.").spec("tables/declared").builds(call -> give(new Constraint.NotNull(), call)),
                function("Unique").says("No value twice.").spec("tables/declared").builds(call -> give(new Constraint.Unique(), call)),
                function("FirstOfMonth").says("A date that is the first of a month.").spec("tables/declared").builds(call -> give(new Constraint.FirstOfMonth(), call)),
                function("Regex").takes(parameter("regex", Expect.TEXT)).says("Text that begins with a match.").spec("tables/declared").builds(ConstraintOperations::regex),
                function("ClosedRange")
                        .takes(parameter("minimum", WHOLE), parameter("maximum", WHOLE), optional("step", WHOLE, "1"))
                        .says("A whole number from `minimum` to `maximum`, both included.")
                        .spec("tables/declared")
                        .builds(ConstraintOperations::closedRange),
                function("GeneralRange")
                        .takes(
                                optional("minimum", Expect.anything("a value, or None"), "None"),
                                optional("maximum", Expect.anything("a value, or None"), "None"),
                                optional("includes_minimum", Expect.FLAG, "True"),
                                optional("includes_maximum", Expect.FLAG, "True"))
                        .says("A value between bounds, of the column's type.")
                        .spec("tables/declared")
                        .builds(ConstraintOperations::generalRange),
                function("DateAfter")
                        .takes(parameter("column_names", VALUES))
                        .says("Not before the dates of these columns of the same row; only dummy data keeps to it.")
                        .spec("tables/declared")
                        .builds(ConstraintOperations::dateAfter));
    }

    /** What stands under {@code Constraint}. */
    static Namespace namespace() {
        Map<String, EvaluatedValue> members = new LinkedHashMap<>();
        entries().forEach(entry -> members.put(entry.name(), new LibraryFunction(entry)));
        return new Namespace("Constraint", members);
    }

    private static ConstraintValue give(Constraint constraint, Call call) {
        return new ConstraintValue(constraint, call.site().whole());
    }

    private static Optional<List<EvaluatedValue>> elements(Given given, Call call) {
        boolean fits = given.value() instanceof Collection.ListValue || given.value() instanceof Collection.TupleValue;
        if (!fits) {
            call.context().report(Expect.kind(given, call, "a list"));
            return Optional.empty();
        }
        return Optional.of(Containers.elements((Collection) given.value()));
    }

    private static EvaluatedValue categorical(Call call) {
        Given given = call.given("values").orElseThrow();
        Optional<List<EvaluatedValue>> elements = elements(given, call);
        if (elements.isEmpty()) {
            return new Poison(call.site().whole());
        }
        List<Object> values = new ArrayList<>();
        for (EvaluatedValue element : elements.get()) {
            if (element instanceof Poison) {
                return element;
            }
            Optional<Literals.Typed> value = Literals.own(element);
            if (value.isEmpty() && !(element instanceof NoneValue)) {
                return call.refuse(Expect.kind(given, call, "a list of plain values"));
            }
            values.add(value.map(Literals.Typed::value).orElse(null));
        }
        return give(new Constraint.Categorical(values), call);
    }

    private static EvaluatedValue regex(Call call) {
        Given given = call.given("regex").orElseThrow();
        String regex = ((TextValue) given.value()).value();
        if (regex.length() > LONGEST_PATTERN) {
            return call.refuse(Diagnostic.error(
                    QueryCode.COLUMN_DECLARATION, given.span(), "a pattern has at most " + LONGEST_PATTERN + " characters, this one has " + regex.length()));
        }
        if (PatternSize.of(regex) > LARGEST_PATTERN) {
            return call.refuse(Diagnostic.error(
                            QueryCode.COLUMN_DECLARATION, given.span(), "this pattern is too large: written out, its repeats have more than 50,000 characters")
                    .hint("a repeat within a repeat multiplies: `(a{100}){100}` is 10,000 times `a`"));
        }
        try {
            // its time grows with the pattern's length alone, whoever wrote it
            Pattern.compile(regex);
        } catch (PatternSyntaxException problem) {
            return call.refuse(Diagnostic.error(
                    QueryCode.COLUMN_DECLARATION, given.span(), "this pattern cannot be read: " + problem.getDescription().toLowerCase(java.util.Locale.ROOT)));
        }
        return give(new Constraint.Regex(regex), call);
    }

    private static long number(String name, Call call, long fallback) {
        return call.value(name).map(value -> ((IntegerValue) value).value()).orElse(fallback);
    }

    private static EvaluatedValue closedRange(Call call) {
        long minimum = number("minimum", call, 0);
        long maximum = number("maximum", call, 0);
        long step = number("step", call, 1);
        if (minimum > maximum || step < 1) {
            return call.refuse(Diagnostic.error(
                    QueryCode.COLUMN_DECLARATION, call.site().whole(), minimum > maximum ? "the range ends before it begins" : "the step is at least 1"));
        }
        return give(new Constraint.ClosedRange(minimum, maximum, step), call);
    }

    private static EvaluatedValue generalRange(Call call) {
        for (String bound : List.of("minimum", "maximum")) {
            if (call.value(bound).isPresent() && Literals.own(call.value(bound).get()).isEmpty()) {
                return call.refuse(Expect.kind(call.given(bound).orElseThrow(), call, "a plain value"));
            }
        }
        return give(
                new Constraint.GeneralRange(bound("minimum", call), bound("maximum", call), flag("includes_minimum", call), flag("includes_maximum", call)),
                call);
    }

    private static Optional<Object> bound(String name, Call call) {
        return call.value(name).flatMap(Literals::own).map(Literals.Typed::value);
    }

    private static boolean flag(String name, Call call) {
        return call.value(name).map(value -> ((BooleanValue) value).value()).orElse(true);
    }

    private static EvaluatedValue dateAfter(Call call) {
        Given given = call.given("column_names").orElseThrow();
        Optional<List<EvaluatedValue>> elements = elements(given, call);
        if (elements.isEmpty()) {
            return new Poison(call.site().whole());
        }
        if (!elements.get().stream().allMatch(TextValue.class::isInstance)) {
            return call.refuse(Expect.kind(given, call, "a list of names of columns"));
        }
        return give(new Constraint.DateAfter(elements.get().stream().map(element -> ((TextValue) element).value()).toList()), call);
    }
}
