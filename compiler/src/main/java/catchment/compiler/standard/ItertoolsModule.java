package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.Iteration;
import catchment.compiler.eval.NativeClass;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.Poison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code itertools}: chains, products and combinations of lists. Each gives a list. */
final class ItertoolsModule {
    private ItertoolsModule() {}

    static Map<String, EvaluatedValue> values() {
        NativeClass chain = new NativeClass(
                "chain",
                NativeFunction.of("chain", "*iterables", call -> chained(
                        call.rest().stream().map(Arguments.Given::value).toList(), call)),
                _ -> false,
                new Functions()
                        .function("from_iterable", "iterable, /", call -> call.elements("iterable")
                                .map(elements -> chained(elements, call))
                                .orElseGet(() -> new Poison(call.span())))
                        .values());
        return new Functions()
                .value("chain", chain)
                .function("product", "*iterables", ItertoolsModule::product)
                .function("combinations", "iterable, r", ItertoolsModule::combinations)
                .values();
    }

    private static EvaluatedValue chained(List<EvaluatedValue> lists, Invocation call) {
        List<EvaluatedValue> all = new ArrayList<>();
        for (EvaluatedValue list : lists) {
            Optional<List<EvaluatedValue>> elements = Iteration.elements(list, call.span(), call.context());
            if (elements.isEmpty()) {
                return new Poison(call.span());
            }
            call.allocate(elements.get().size());
            all.addAll(elements.get());
        }
        return new Collection.ListValue(all, call.span());
    }

    private static EvaluatedValue product(Invocation call) {
        List<List<EvaluatedValue>> rows = List.of(List.of());
        for (Arguments.Given given : call.rest()) {
            Optional<List<EvaluatedValue>> elements = Iteration.elements(given.value(), given.span(), call.context());
            if (elements.isEmpty()) {
                return new Poison(call.span());
            }
            List<List<EvaluatedValue>> longer = new ArrayList<>();
            for (List<EvaluatedValue> row : rows) {
                for (EvaluatedValue element : elements.get()) {
                    call.allocate(row.size() + 1L);
                    List<EvaluatedValue> next = new ArrayList<>(row);
                    next.add(element);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return tuples(rows, call);
    }

    private static EvaluatedValue combinations(Invocation call) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        Optional<Long> count = call.integer("r");
        if (elements.isEmpty() || count.isEmpty()) {
            return new Poison(call.span());
        }
        List<List<EvaluatedValue>> rows = new ArrayList<>();
        combine(elements.get(), 0, count.get(), List.of(), rows, call);
        return tuples(rows, call);
    }

    private static void combine(
            List<EvaluatedValue> elements,
            int from,
            long missing,
            List<EvaluatedValue> row,
            List<List<EvaluatedValue>> rows,
            Invocation call) {
        if (missing <= 0) {
            rows.add(row);
            return;
        }
        for (int i = from; i + missing <= elements.size(); i++) {
            call.allocate(row.size() + 1L);
            List<EvaluatedValue> next = new ArrayList<>(row);
            next.add(elements.get(i));
            combine(elements, i + 1, missing - 1, next, rows, call);
        }
    }

    private static EvaluatedValue tuples(List<List<EvaluatedValue>> rows, Invocation call) {
        return new Collection.ListValue(
                rows.stream().map(row -> new Collection.TupleValue(row, false, call.span())).toList(), call.span());
    }
}
