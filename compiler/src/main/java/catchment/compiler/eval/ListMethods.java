package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The methods of lists and tuples. */
final class ListMethods {
    static final StaticMethods.Table<Collection.ListValue> LISTS = new StaticMethods.Table<Collection.ListValue>()
            .taking("append", "object, /", (list, call) -> {
                allocate(1, call);
                list.elements().add(call.value("object"));
                return new NoneValue(call.span());
            })
            .taking("extend", "iterable, /", (list, call) -> {
                extend(list, call.value("iterable"), call.span("iterable"), call.context());
                return new NoneValue(call.span());
            })
            .taking("insert", "index, object, /", (list, call) -> {
                allocate(1, call);
                call.integer("index").ifPresent(index -> list.elements()
                        .add(clamp(index, list.elements().size()), call.value("object")));
                return new NoneValue(call.span());
            })
            .method("remove", "value, /", (list, call) -> {
                for (int i = 0; i < list.elements().size(); i++) {
                    if (StaticEquality.equal(list.elements().get(i), call.value("value"), call.context())) {
                        list.elements().remove(i);
                        return new NoneValue(call.span());
                    }
                }
                return missing(list.elements(), call);
            })
            .method("pop", "index=, /", ListMethods::pop)
            .method("clear", "", (list, call) -> {
                list.elements().clear();
                return new NoneValue(call.span());
            })
            .method("copy", "", (list, call) -> {
                allocate(list.elements().size(), call);
                return new Collection.ListValue(list.elements(), call.span());
            })
            .method("index", "value, /", (list, call) -> index(list.elements(), call))
            .method("count", "value, /", (list, call) -> count(list.elements(), call))
            .method("reverse", "", (list, call) -> {
                Collections.reverse(list.elements());
                return new NoneValue(call.span());
            })
            .method("sort", "*, key=, reverse=", (list, call) -> {
                Optional<List<EvaluatedValue>> sorted = Sorting.sorted(list.elements(), call);
                sorted.ifPresent(elements -> {
                    list.elements().clear();
                    list.elements().addAll(elements);
                });
                return sorted.isPresent() ? new NoneValue(call.span()) : new Poison(call.span());
            });

    static final StaticMethods.Table<Collection.TupleValue> TUPLES = new StaticMethods.Table<Collection.TupleValue>()
            .method("index", "value, /", (tuple, call) -> index(tuple.elements(), call))
            .method("count", "value, /", (tuple, call) -> count(tuple.elements(), call));

    private ListMethods() {}

    /** Adds elements at the end: those of a collection as it is now, those of an iterator one by one, so that it sees what was added. */
    static void extend(Collection.ListValue list, EvaluatedValue value, Span syntax, Context context) {
        if (value instanceof IteratorValue iterator) {
            Optional<EvaluatedValue> element = iterator.remaining().next();
            while (element.isPresent()) {
                context.made(1);
                list.elements().add(element.get());
                element = iterator.remaining().next();
            }
            if (iterator.remaining().failed()) {
                list.elements().add(new Poison(syntax));
            }
            return;
        }
        Optional<List<EvaluatedValue>> elements = Iteration.elements(value, syntax, context);
        context.made(elements.map(List::size).orElse(0));
        list.elements().addAll(elements.orElseGet(() -> List.of(new Poison(syntax))));
    }

    private static void allocate(int count, Invocation call) {
        call.allocate(count);
    }

    private static int clamp(long index, int size) {
        return (int) Math.max(0, Math.min(size, index < 0 ? index + size : index));
    }

    private static EvaluatedValue pop(Collection.ListValue list, Invocation call) {
        Optional<Long> index = call.given("index").isPresent() ? call.integer("index") : Optional.of(-1L);
        if (index.isEmpty()) {
            return new Poison(call.span());
        }
        long place = index.get() < 0 ? index.get() + list.elements().size() : index.get();
        if (place < 0 || place >= list.elements().size()) {
            return call.refuse(
                    EvalCode.INDEX_OUT_OF_RANGE,
                    list.elements().isEmpty()
                            ? "the list is empty"
                            : "the list has " + list.elements().size() + (list.elements().size() == 1 ? " element" : " elements") + ", and none at " + index.get());
        }
        return list.elements().remove((int) place);
    }

    private static EvaluatedValue index(List<EvaluatedValue> elements, Invocation call) {
        for (int i = 0; i < elements.size(); i++) {
            if (StaticEquality.equal(elements.get(i), call.value("value"), call.context())) {
                return new IntegerValue(i, call.span());
            }
        }
        return missing(elements, call);
    }

    private static EvaluatedValue count(List<EvaluatedValue> elements, Invocation call) {
        long count = elements.stream()
                .filter(element -> StaticEquality.equal(element, call.value("value"), call.context()))
                .count();
        return new IntegerValue(count, call.span());
    }

    private static EvaluatedValue missing(List<EvaluatedValue> elements, Invocation call) {
        if (elements.stream().anyMatch(element -> element instanceof Poison)) {
            return new Poison(call.span());
        }
        List<String> texts = new ArrayList<>();
        elements.forEach(element -> {
            if (element instanceof TextValue text) {
                texts.add(text.value());
            }
        });
        catchment.grammar.diagnostic.Diagnostic finding = catchment.grammar.diagnostic.Diagnostic.error(
                EvalCode.ELEMENT_MISSING,
                call.span("value"),
                Texts.representation(call.value("value"), call.span(), call.context()).orElse("this value")
                        + " is not an element");
        if (call.value("value") instanceof TextValue wanted) {
            Optional<String> near = Suggestions.hint(wanted.value(), texts);
            if (near.isPresent()) {
                finding = finding.hint(near.get());
            }
        }
        return call.context().refuse(finding);
    }
}
