package catchment.compiler.query;

import static catchment.compiler.query.Entry.namedOptional;

import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.Optional;

/** The options of {@code configure_dummy_data}, for datasets and measures alike. */
final class DummyDataOptions {
    private static final Expectation SECONDS = new Expectation("a number of seconds", (given, call) -> {
        boolean good = given.value() instanceof IntegerValue whole && whole.value() > 0
                || given.value() instanceof FloatValue number && number.value() > 0;
        if (good) {
            return Optional.of(new Taken.Raw(given));
        }
        call.context().report(Expect.kind(given, call, "a number of seconds"));
        return Optional.empty();
    });

    static final Entry.Parameter[] PARAMETERS = {
        namedOptional("population_size", Expect.COUNT_OR_NONE, "10"),
        namedOptional("legacy", Expect.FLAG, "False"),
        namedOptional("timeout", SECONDS, "60"),
        namedOptional("additional_population_constraint", Expect.anything("true/false per patient, or None"), "None"),
    };

    private DummyDataOptions() {}

    /** The settings of a call: each call sets all of them, but keeps a constraint that it does not name. Empty after a report. */
    static Optional<DummyDataSettings> settings(Call call, DummyDataSettings before) {
        boolean legacy = call.value("legacy").map(value -> ((BooleanValue) value).value()).orElse(false);
        Optional<Long> size = call.given("population_size").isEmpty()
                ? Optional.of(10L)
                : call.value("population_size").map(value -> ((IntegerValue) value).value());
        double timeout = call.value("timeout").map(DummyDataOptions::number).orElse(60.0);
        Optional<Series> constraint = before.additionalPopulationConstraint();
        Optional<Given> given = call.given("additional_population_constraint").filter(argument -> !(argument.value() instanceof NoneValue));
        if (given.isPresent()) {
            Optional<Series> series = Populations.condition(given.get(), "additional_population_constraint", call.context());
            if (series.isEmpty()) {
                return Optional.empty();
            }
            if (legacy) {
                call.context().report(Diagnostic.error(
                                EvalCode.ARGUMENT_KIND,
                                given.get().span(),
                                "additional_population_constraint and legacy=True exclude each other")
                        .hint("leave out legacy=True"));
                return Optional.empty();
            }
            constraint = series;
        }
        return Optional.of(new DummyDataSettings(size, legacy, timeout, constraint));
    }

    private static double number(EvaluatedValue value) {
        return value instanceof IntegerValue whole ? whole.value() : ((FloatValue) value).value();
    }
}
