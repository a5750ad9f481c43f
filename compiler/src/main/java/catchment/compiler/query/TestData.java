package catchment.compiler.query;

import catchment.compiler.definition.StaticData;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.grammar.source.Span;
import java.util.List;

/** The module variable {@code test_data} as plain data. What is no plain data is kept as such, for the command that uses it to tell. */
final class TestData {
    /** Deeper data is none that a table could have; a list may also hold itself. */
    private static final int DEEPEST = 20;

    private final Context context;

    private TestData(Context context) {
        this.context = context;
    }

    /** The data. */
    static StaticData read(EvaluatedValue value, Context context) {
        return new TestData(context).read(value, 0);
    }

    private StaticData read(EvaluatedValue value, int depth) {
        Span place = context.shown(value.origin());
        if (depth > DEEPEST) {
            return new StaticData.Foreign(value.kind() + " that holds itself", place);
        }
        return switch (value) {
            case NoneValue _ -> new StaticData.Absent(place);
            case Collection.ListValue list -> new StaticData.Sequence(all(list.elements(), depth), false, place);
            case Collection.TupleValue tuple -> new StaticData.Sequence(all(tuple.elements(), depth), true, place);
            case Collection.DictValue dict -> new StaticData.Mapping(
                    dict.entries().values().stream()
                            .map(entry -> new StaticData.Pair(read(entry.key(), depth + 1), read(entry.value(), depth + 1)))
                            .toList(),
                    place);
            default -> Literals.own(value)
                    .<StaticData>map(typed -> new StaticData.Scalar(typed.value(), typed.type(), place))
                    .orElseGet(() -> new StaticData.Foreign(value.kind(), place));
        };
    }

    private List<StaticData> all(List<EvaluatedValue> elements, int depth) {
        return elements.stream().map(element -> read(element, depth + 1)).toList();
    }
}
