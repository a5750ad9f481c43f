package catchment.compiler.query;

import catchment.compiler.definition.Shown;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code show(…)}: checks what is to be shown, and remembers it. */
final class Shows {
    private Shows() {}

    /** What is to be shown, in the order in which the definition asks. */
    static final class Asked {
        private final List<Shown> all = new ArrayList<>();

        List<Shown> all() {
            return List.copyOf(all);
        }
    }

    static EvaluatedValue show(Call call) {
        List<Given> elements = new ArrayList<>(call.all("element"));
        elements.addAll(call.all("other_elements"));
        List<Taken.OfSeries> series = new ArrayList<>();
        List<Shown.Column> columns = new ArrayList<>();
        Optional<Shown.Content> content = Optional.empty();
        for (Given element : elements) {
            boolean alone = elements.size() == 1;
            switch (element.value()) {
                case SeriesValue value -> {
                    series.add(new Taken.OfSeries(value.node(), element.span()));
                    columns.add(new Shown.Column(value.node(), false));
                }
                case DateDifferenceValue value -> {
                    Series days = call.context().nodes().intern(new Function(Operator.DATE_DIFFERENCE_IN_DAYS, List.of(value.end(), value.start())));
                    series.add(new Taken.OfSeries(days, element.span()));
                    columns.add(new Shown.Column(days, true));
                }
                case FrameValue frame when alone -> content = Optional.of(new Shown.Rows(frame.node()));
                case DatasetValue dataset when alone -> content = Optional.of(dataset.soFar());
                default -> {
                    return call.refuse(cannot(element, alone, call));
                }
            }
        }
        if (!Rows.belongTogether(series, call.site().whole(), call.context())) {
            return new Poison(call.site().whole());
        }
        call.context().state(Asked.class, Asked::new).all.add(new Shown(
                call.context().shown(call.site().whole()),
                call.value("label").filter(TextValue.class::isInstance).map(label -> ((TextValue) label).value()),
                number("head", call),
                number("tail", call),
                content.orElseGet(() -> new Shown.Values(columns))));
        return new NoneValue(call.site().whole());
    }

    private static Optional<Long> number(String parameter, Call call) {
        return call.value(parameter).filter(IntegerValue.class::isInstance).map(number -> ((IntegerValue) number).value());
    }

    private static Diagnostic cannot(Given element, boolean alone, Call call) {
        String text = Words.source(element.span(), call.context());
        return call.context()
                .accident(element.value())
                .orElseGet(() -> Diagnostic.error(
                                EvalCode.ARGUMENT_KIND,
                                element.span(),
                                alone
                                        ? "show wants a table, a column or a dataset; " + text + " is " + element.value().kind()
                                        : "only columns can be shown side by side; " + text + " is " + element.value().kind())
                        .hint(alone ? "a value that is known now can be printed: print(" + text + ")" : "show each in a call of its own"));
    }
}
