package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The built-in functions that work on several values: {@code len}, {@code sorted}, {@code zip} … */
final class SequenceFunctions {
    private SequenceFunctions() {}

    static List<NativeFunction> all() {
        return List.of(
                BuiltinHooks.asking("len", "object, /", SequenceFunctions::length),
                BuiltinHooks.asking("sorted", "iterable, /, *, key=, reverse=", call -> call.elements("iterable")
                        .flatMap(elements -> Sorting.sorted(elements, call))
                        .<EvaluatedValue>map(elements -> new Collection.ListValue(elements, call.span()))
                        .orElseGet(() -> new Poison(call.span()))),
                NativeFunction.of("reversed", "sequence, /", call -> call.elements("sequence")
                        .<EvaluatedValue>map(elements ->
                                new IteratorValue("a reversed sequence", elements.reversed(), call.span()))
                        .orElseGet(() -> new Poison(call.span()))),
                NativeFunction.of("enumerate", "iterable, start=", SequenceFunctions::enumerate),
                NativeFunction.of("zip", "*iterables, strict=", SequenceFunctions::zip),
                NativeFunction.of("map", "function, *iterables", SequenceFunctions::map),
                NativeFunction.of("filter", "function, iterable, /", SequenceFunctions::filter),
                BuiltinHooks.asking("any", "iterable, /", call -> truths(call, true)),
                BuiltinHooks.asking("all", "iterable, /", call -> truths(call, false)),
                NativeFunction.of("iter", "iterable, /", call -> call.elements("iterable")
                        .<EvaluatedValue>map(elements -> new IteratorValue("an iterator", elements, call.span()))
                        .orElseGet(() -> new Poison(call.span()))),
                NativeFunction.of("next", "iterator, default=, /", SequenceFunctions::next),
                NativeFunction.of("slice", "*bounds", call -> call.refuse(
                        EvalCode.NOT_AVAILABLE, "slices are written `[start:stop]`")));
    }

    private static EvaluatedValue length(Invocation call) {
        EvaluatedValue value = call.value("object");
        if (value instanceof RangeValue range) {
            return new IntegerValue(range.size(), call.span());
        }
        boolean counted = value instanceof Collection || value instanceof TextValue || value instanceof DictView;
        if (!counted) {
            return call.wrongKind("object", "a list, a dict, a set or a text");
        }
        return call.elements("object")
                .<EvaluatedValue>map(elements -> new IntegerValue(elements.size(), call.span()))
                .orElseGet(() -> new Poison(call.span()));
    }

    private static EvaluatedValue enumerate(Invocation call) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        Optional<Long> start = call.given("start").isPresent() ? call.integer("start") : Optional.of(0L);
        if (elements.isEmpty() || start.isEmpty()) {
            return new Poison(call.span());
        }
        List<EvaluatedValue> pairs = new ArrayList<>();
        long number = start.get();
        for (EvaluatedValue element : elements.get()) {
            pairs.add(new Collection.TupleValue(
                    List.of(new IntegerValue(number++, call.span()), element), false, element.origin()));
        }
        return new IteratorValue("numbered elements", pairs, call.span());
    }

    /** The elements of several arguments side by side, as far as the shortest goes. Empty after a report. */
    private static Optional<List<List<EvaluatedValue>>> rows(Invocation call) {
        List<List<EvaluatedValue>> columns = new ArrayList<>();
        for (Arguments.Given given : call.rest()) {
            Optional<List<EvaluatedValue>> elements = Iteration.elements(given.value(), given.span(), call.context());
            if (elements.isEmpty()) {
                return Optional.empty();
            }
            columns.add(elements.get());
        }
        int shortest = columns.stream().mapToInt(List::size).min().orElse(0);
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        if (shortest != longest && call.given("strict").isPresent() && call.flag("strict")) {
            call.refuse(EvalCode.UNPACK_COUNT, "the lists have " + shortest + " and " + longest + " elements, and `strict` wants as many in each");
            return Optional.empty();
        }
        List<List<EvaluatedValue>> rows = new ArrayList<>();
        for (int i = 0; i < shortest; i++) {
            List<EvaluatedValue> row = new ArrayList<>();
            for (List<EvaluatedValue> column : columns) {
                row.add(column.get(i));
            }
            rows.add(row);
        }
        call.allocate((long) rows.size() * columns.size());
        return Optional.of(rows);
    }

    private static EvaluatedValue zip(Invocation call) {
        return rows(call)
                .<EvaluatedValue>map(rows -> new IteratorValue(
                        "zipped lists",
                        rows.stream()
                                .<EvaluatedValue>map(row -> new Collection.TupleValue(row, false, call.span()))
                                .toList(),
                        call.span()))
                .orElseGet(() -> new Poison(call.span()));
    }

    private static EvaluatedValue map(Invocation call) {
        Optional<List<List<EvaluatedValue>>> rows = rows(call);
        if (rows.isEmpty()) {
            return new Poison(call.span());
        }
        List<EvaluatedValue> results = new ArrayList<>();
        for (List<EvaluatedValue> row : rows.get()) {
            results.add(call.call(call.value("function"), row));
        }
        return new IteratorValue("mapped elements", results, call.span());
    }

    private static EvaluatedValue filter(Invocation call) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        if (elements.isEmpty()) {
            return new Poison(call.span());
        }
        List<EvaluatedValue> kept = new ArrayList<>();
        for (EvaluatedValue element : elements.get()) {
            EvaluatedValue answer = call.optional("function")
                    .map(function -> call.call(function, List.of(element)))
                    .orElse(element);
            Optional<Boolean> wanted = call.truth(answer, new Expression.Unsupported(call.span("function")));
            if (wanted.isEmpty()) {
                return new Poison(call.span());
            }
            if (wanted.get()) {
                kept.add(element);
            }
        }
        return new IteratorValue("filtered elements", kept, call.span());
    }

    private static EvaluatedValue truths(Invocation call, boolean wanted) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        if (elements.isEmpty()) {
            return new Poison(call.span());
        }
        for (EvaluatedValue element : elements.get()) {
            Optional<Boolean> truth = call.truth(element, new Expression.Unsupported(call.span("iterable")));
            if (truth.isEmpty()) {
                return new Poison(call.span());
            }
            if (truth.get() == wanted) {
                return new BooleanValue(wanted, call.span());
            }
        }
        return new BooleanValue(!wanted, call.span());
    }

    private static EvaluatedValue next(Invocation call) {
        if (!(call.value("iterator") instanceof IteratorValue iterator)) {
            return call.context()
                    .refuse(Diagnostic.error(
                                    EvalCode.ARGUMENT_KIND,
                                    call.span("iterator"),
                                    "`next` takes from an iterator, and this is " + call.value("iterator").kind())
                            .hint("the first element of a list is `…[0]`"));
        }
        return iterator.next()
                .or(() -> call.given("default").map(Arguments.Given::value))
                .orElseGet(() -> call.refuse(EvalCode.ELEMENT_MISSING, "there is no next element"));
    }
}
