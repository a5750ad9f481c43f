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
                NativeFunction.of("reversed", "sequence, /", SequenceFunctions::reversed),
                NativeFunction.of("enumerate", "iterable, start=", SequenceFunctions::enumerate),
                NativeFunction.of("zip", "*iterables, strict=", SequenceFunctions::zip),
                NativeFunction.of("map", "function, *iterables", SequenceFunctions::map),
                NativeFunction.of("filter", "function, iterable, /", SequenceFunctions::filter),
                BuiltinHooks.asking("any", "iterable, /", call -> truths(call, true)),
                BuiltinHooks.asking("all", "iterable, /", call -> truths(call, false)),
                NativeFunction.of("iter", "iterable, /", call -> lazily("an iterator", call.walk("iterable"), call)),
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

    private static EvaluatedValue lazily(String kind, Optional<Walk> walk, Invocation call) {
        return walk.<EvaluatedValue>map(known -> new IteratorValue(kind, known, call.span())).orElseGet(() -> new Poison(call.span()));
    }

    private static EvaluatedValue reversed(Invocation call) {
        Optional<Walk> backwards = call.value("sequence") instanceof Collection.ListValue list
                ? Optional.of(Walk.backwards(list, call.context()))
                : call.elements("sequence").map(elements -> Walk.over(elements.reversed(), call.context()));
        return lazily("a reversed sequence", backwards, call);
    }

    private static EvaluatedValue enumerate(Invocation call) {
        Optional<Walk> walk = call.walk("iterable");
        Optional<Long> start = call.given("start").isPresent() ? call.integer("start") : Optional.of(0L);
        return lazily("numbered elements", start.flatMap(first -> walk.map(source -> SideBySide.numbered(source, first, call))), call);
    }

    /** The elements of several arguments side by side. Empty after a report. */
    private static Optional<Walk> rows(Invocation call, boolean strict) {
        List<Walk> columns = new ArrayList<>();
        for (Arguments.Given given : call.rest()) {
            Optional<Walk> walk = Iteration.walk(given.value(), given.span(), call.context());
            if (walk.isEmpty()) {
                return Optional.empty();
            }
            columns.add(walk.get().shallow(call.context()));
        }
        return Optional.of(new SideBySide(columns, strict, call));
    }

    private static EvaluatedValue zip(Invocation call) {
        return lazily("zipped lists", rows(call, call.given("strict").isPresent() && call.flag("strict")), call);
    }

    private static EvaluatedValue map(Invocation call) {
        return lazily("mapped elements", rows(call, false).map(rows -> SideBySide.mapped(rows, call)), call);
    }

    private static EvaluatedValue filter(Invocation call) {
        return lazily("filtered elements", call.walk("iterable").map(walk -> SideBySide.filtered(walk, call)), call);
    }

    private static EvaluatedValue truths(Invocation call, boolean wanted) {
        Optional<Walk> walk = call.walk("iterable");
        if (walk.isEmpty()) {
            return new Poison(call.span());
        }
        Optional<EvaluatedValue> element = walk.get().next();
        while (element.isPresent()) {
            Optional<Boolean> truth = call.truth(element.get(), new Expression.Unsupported(call.span("iterable")));
            if (truth.isEmpty()) {
                return new Poison(call.span());
            }
            if (truth.get() == wanted) {
                return new BooleanValue(wanted, call.span());
            }
            element = walk.get().next();
        }
        return walk.get().failed() ? new Poison(call.span()) : new BooleanValue(!wanted, call.span());
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
        Walk walk = iterator.remaining();
        return walk.next()
                .or(() -> walk.failed() ? Optional.of(new Poison(call.span())) : call.given("default").map(Arguments.Given::value))
                .orElseGet(() -> call.refuse(EvalCode.ELEMENT_MISSING, "there is no next element"));
    }
}
