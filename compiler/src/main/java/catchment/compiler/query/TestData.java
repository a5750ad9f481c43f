package catchment.compiler.query;

import catchment.compiler.definition.StaticData;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The module variable {@code test_data} as plain data. */
final class TestData {
    /** Deeper data is none that a table could have; a list may also hold itself. */
    private static final int DEEPEST = 20;

    private TestData() {}

    /** The data; empty if it holds anything but plain values, lists, tuples and dicts. */
    static Optional<StaticData> read(EvaluatedValue value) {
        return value instanceof Collection.DictValue ? read(value, 0) : Optional.empty();
    }

    private static Optional<StaticData> read(EvaluatedValue value, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (value) {
            case NoneValue _ -> Optional.of(new StaticData.Absent());
            case Collection.ListValue list -> sequence(list.elements(), false, depth);
            case Collection.TupleValue tuple -> sequence(tuple.elements(), true, depth);
            case Collection.DictValue dict -> mapping(dict, depth);
            default -> Literals.own(value).map(typed -> new StaticData.Scalar(typed.value()));
        };
    }

    private static Optional<StaticData> sequence(List<EvaluatedValue> elements, boolean fixed, int depth) {
        List<StaticData> values = new ArrayList<>();
        for (EvaluatedValue element : elements) {
            Optional<StaticData> read = read(element, depth + 1);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            values.add(read.get());
        }
        return Optional.of(new StaticData.Sequence(values, fixed));
    }

    private static Optional<StaticData> mapping(Collection.DictValue dict, int depth) {
        List<StaticData.Pair> pairs = new ArrayList<>();
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            Optional<StaticData> key = read(entry.key(), depth + 1);
            Optional<StaticData> value = read(entry.value(), depth + 1);
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            pairs.add(new StaticData.Pair(key.get(), value.get()));
        }
        return Optional.of(new StaticData.Mapping(pairs));
    }
}
