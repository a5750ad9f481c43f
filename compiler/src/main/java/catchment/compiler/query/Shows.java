package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** {@code show(…)}: checks what is to be shown. */
final class Shows {
    private Shows() {}

    static EvaluatedValue show(Call call) {
        List<Given> elements = new ArrayList<>(call.all("element"));
        elements.addAll(call.all("other_elements"));
        List<Taken.OfSeries> series = new ArrayList<>();
        for (Given element : elements) {
            boolean alone = elements.size() == 1;
            switch (element.value()) {
                case SeriesValue value -> series.add(new Taken.OfSeries(value.node(), element.span()));
                case DateDifferenceValue value -> series.add(new Taken.OfSeries(value.end(), element.span()));
                case FrameValue _, DatasetValue _ when alone -> {}
                default -> {
                    return call.refuse(cannot(element, alone, call));
                }
            }
        }
        if (!Rows.belongTogether(series, call.site().whole(), call.context())) {
            return new Poison(call.site().whole());
        }
        return new NoneValue(call.site().whole());
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
