package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.namedOptional;
import static catchment.compiler.query.Entry.optional;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What measures have. */
final class MeasureOperations {
    private static final Receiver MEASURES = Receiver.of(Receiver.Kind.MEASURES);
    private static final Expectation COUNTED = Expect.anything("true/false or a whole number per patient");
    private static final Expectation GROUPS = Expect.anything("a dict of names and columns");
    private static final Expectation INTERVALS = Expect.anything("a list of pairs of dates");

    private MeasureOperations() {}

    static List<Entry> entries() {
        return List.of(
                method("define_measure")
                        .on(MEASURES)
                        .takes(
                                parameter("name", Expect.TEXT),
                                optional("numerator", COUNTED, "None"),
                                optional("denominator", COUNTED, "None"),
                                optional("group_by", GROUPS, "None"),
                                optional("intervals", INTERVALS, "None"))
                        .says("Adds a measure: a numerator over a denominator, for each interval and group. What is left out comes from the defaults.")
                        .spec("population/measures")
                        .builds(MeasureOperations::defineMeasure),
                method("define_defaults")
                        .on(MEASURES)
                        .takes(
                                optional("numerator", COUNTED, "None"),
                                optional("denominator", COUNTED, "None"),
                                optional("group_by", GROUPS, "None"),
                                optional("intervals", INTERVALS, "None"))
                        .says("Gives what measures leave out; once only.")
                        .spec("population/measures")
                        .builds(MeasureOperations::defineDefaults),
                method("configure_dummy_data")
                        .on(MEASURES)
                        .takes(DummyDataOptions.PARAMETERS)
                        .says("Says how dummy data is made for the measures.")
                        .spec("population/measures")
                        .builds(call -> {
                            MeasuresValue measures = (MeasuresValue) call.receiverValue();
                            return DummyDataOptions.settings(call, measures.dummyData())
                                    .<EvaluatedValue>map(settings -> {
                                        measures.configure(settings);
                                        return new NoneValue(call.site().whole());
                                    })
                                    .orElseGet(() -> new Poison(call.site().whole()));
                        }),
                method("configure_disclosure_control")
                        .on(MEASURES)
                        .takes(namedOptional("enabled", Expect.FLAG, "True"))
                        .says("Turns the hiding of small numbers and the rounding of the rest on or off; it is on to begin with.")
                        .spec("population/measures")
                        .builds(call -> {
                            boolean enabled = call.value("enabled")
                                    .map(value -> ((catchment.compiler.eval.BooleanValue) value).value())
                                    .orElse(true);
                            ((MeasuresValue) call.receiverValue()).controlDisclosure(enabled);
                            return new NoneValue(call.site().whole());
                        }));
    }

    private static EvaluatedValue defineDefaults(Call call) {
        MeasuresValue measures = (MeasuresValue) call.receiverValue();
        if (measures.defaultsSpan().isPresent()) {
            return call.refuse(Diagnostic.error(
                            QueryCode.DEFAULTS_TWICE,
                            call.site().whole(),
                            "the defaults were given before, in line " + measures.defaultsSpan().get().start().line())
                    .hint("give all of them in one `define_defaults(…)`"));
        }
        Optional<MeasureParts> parts = MeasureArguments.parts(call, measures);
        if (parts.isEmpty()) {
            return new Poison(call.site().whole());
        }
        measures.setDefaults(parts.get(), call.context().shown(call.site().whole()));
        return new NoneValue(call.site().whole());
    }

    private static EvaluatedValue defineMeasure(Call call) {
        MeasuresValue measures = (MeasuresValue) call.receiverValue();
        Given nameGiven = call.given("name").orElseThrow();
        String name = ((TextValue) nameGiven.value()).value();
        Optional<Diagnostic> mistake = name(name, nameGiven.span(), measures, call);
        mistake.ifPresent(call.context()::report);
        Optional<MeasureParts> given = MeasureArguments.parts(call, measures);
        if (mistake.isPresent() || given.isEmpty()) {
            return new Poison(call.site().whole());
        }
        MeasureParts parts = given.get().or(measures.defaults());
        List<String> missing = new ArrayList<>();
        if (parts.numerator().isEmpty()) {
            missing.add("numerator");
        }
        if (parts.denominator().isEmpty()) {
            missing.add("denominator");
        }
        if (parts.intervals().isEmpty()) {
            missing.add("intervals");
        }
        if (!missing.isEmpty()) {
            return measures.defaultsUnknown()
                    ? new Poison(call.site().whole())
                    : call.refuse(Diagnostic.error(
                                    QueryCode.MEASURE_INCOMPLETE,
                                    call.site().whole(),
                                    "the measure " + Words.tick(name) + " has no " + String.join(" and no ", missing))
                            .hint("give it here, or for all measures with define_defaults(" + missing.getFirst() + "=…)"));
        }
        Map<String, catchment.compiler.model.Series> groups = new LinkedHashMap<>();
        for (Map.Entry<String, MeasuresValue.Group> group : parts.groupBy().orElse(Map.of()).entrySet()) {
            Optional<MeasuresValue.Group> known = measures.group(group.getKey());
            if (known.isPresent() && known.get().series() != group.getValue().series()) {
                return call.refuse(clash(group.getKey(), known.get(), group.getValue().span(), call));
            }
            measures.addGroup(group.getKey(), group.getValue().series(), group.getValue().span());
            groups.put(group.getKey(), group.getValue().series());
        }
        measures.add(
                new Measure(name, parts.numerator().get(), parts.denominator().get(), groups, parts.intervals().get()),
                call.context().shown(call.site().whole()));
        return new NoneValue(call.site().whole());
    }

    private static Diagnostic clash(String name, MeasuresValue.Group known, Span span, Call call) {
        return Diagnostic.error(
                        QueryCode.GROUP_NAME_CLASH,
                        span,
                        Words.tick(name) + " stands for something else in line " + known.span().start().line()
                                + ", and all measures share one table of columns")
                .hint("give one of the two another name");
    }

    private static Optional<Diagnostic> name(String name, Span span, MeasuresValue measures, Call call) {
        Optional<Diagnostic> pattern = VariableNames.pattern(name, span);
        if (pattern.isPresent()) {
            return pattern;
        }
        return measures.measureSpan(name).map(first -> Diagnostic.error(
                        QueryCode.MEASURE_SET_TWICE, span, "a measure " + Words.tick(name) + " was defined before, in line " + first.start().line())
                .hint(first.equals(call.context().shown(call.site().whole()))
                        ? "this line runs more than once: make the name part of the loop, for example name=f\"" + name + "_{…}\""
                        : "give this one a name of its own"));
    }
}
