package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code value[start:stop:step]} is, becomes and loses. */
final class Slices {
    /** {@code start:stop:step} as it is written; each may be left out, the step for 1. */
    private record Bounds(Optional<Long> start, Optional<Long> stop, long step) {
        /** The places that it takes of a sequence, in its order. */
        RangeValue places(long size) {
            return new RangeValue(
                    start.map(place -> clamp(place, size)).orElse(step > 0 ? 0L : size - 1),
                    stop.map(place -> clamp(place, size)).orElse(step > 0 ? size : -1),
                    step,
                    Span.NONE);
        }

        private long clamp(long place, long size) {
            long absolute = place < 0 ? place + size : place;
            return step > 0 ? Math.clamp(absolute, 0, size) : Math.clamp(absolute, -1, size - 1);
        }
    }

    private final Session session;

    Slices(Session session) {
        this.session = session;
    }

    EvaluatedValue value(EvaluatedValue target, Expression.Slice slice, Expression.Subscript syntax) {
        Optional<Bounds> found = bounds(slice);
        if (target instanceof Poison || found.isEmpty()) {
            return new Poison(syntax.span());
        }
        Bounds bounds = found.get();
        return switch (target) {
            case Collection.ListValue list -> new Collection.ListValue(part(list.elements(), bounds), syntax.span());
            case Collection.TupleValue tuple -> new Collection.TupleValue(part(tuple.elements(), bounds), false, syntax.span());
            case TextValue text -> {
                StringBuilder sliced = new StringBuilder();
                part(text.value().codePoints().boxed().toList(), bounds).forEach(sliced::appendCodePoint);
                yield new TextValue(sliced.toString(), syntax.span());
            }
            case RangeValue range -> range.part(bounds.places(range.size()), syntax.span());
            case Behaviour behaviour -> behaviour.sliced(syntax.span(), session)
                    .<EvaluatedValue>map(elements -> new Collection.ListValue(part(elements, bounds), syntax.span()))
                    .orElseGet(() -> session.refuse(new Subscripts(session).notSubscriptable(target, syntax)));
            default -> session.refuse(new Subscripts(session).notSubscriptable(target, syntax));
        };
    }

    /** {@code list[start:stop] = values}: other elements, more or fewer. With a step, as many as there were. */
    void assign(Collection.ListValue list, Expression.Slice slice, EvaluatedValue value, Span whole) {
        Optional<Bounds> bounds = bounds(slice);
        Optional<List<EvaluatedValue>> values = Iteration.elements(value, whole, session);
        if (bounds.isEmpty() || values.isEmpty()) {
            return;
        }
        List<EvaluatedValue> given = List.copyOf(values.get());
        RangeValue places = bounds.get().places(list.elements().size());
        if (places.step() == 1) {
            session.made(given.size());
            List<EvaluatedValue> part = list.elements().subList((int) places.start(), (int) Math.max(places.start(), places.stop()));
            part.clear();
            part.addAll(given);
            return;
        }
        if (given.size() != places.size()) {
            session.report(Diagnostic.error(
                    EvalCode.UNPACK_COUNT, whole, "the slice has " + places.size() + " places, and there are " + given.size() + " values for them"));
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            list.elements().set((int) places.at(i), given.get(i));
        }
    }

    /** {@code del list[start:stop:step]}. */
    void delete(Collection.ListValue list, Expression.Slice slice) {
        bounds(slice).map(bounds -> bounds.places(list.elements().size())).ifPresent(places -> {
            boolean[] deleted = new boolean[list.elements().size()];
            for (long i = 0; i < places.size(); i++) {
                deleted[(int) places.at(i)] = true;
            }
            List<EvaluatedValue> left = new ArrayList<>();
            for (int i = 0; i < deleted.length; i++) {
                if (!deleted[i]) {
                    left.add(list.elements().get(i));
                }
            }
            session.scanned(deleted.length);
            list.elements().clear();
            list.elements().addAll(left);
        });
    }

    private Optional<Bounds> bounds(Expression.Slice slice) {
        Optional<Optional<Long>> start = bound(slice.start());
        Optional<Optional<Long>> stop = bound(slice.stop());
        Optional<Optional<Long>> step = bound(slice.step());
        if (start.isEmpty() || stop.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        long by = step.get().orElse(1L);
        if (by == 0) {
            session.report(Diagnostic.error(EvalCode.ARGUMENT_KIND, slice.span(), "the step of a slice cannot be 0"));
            return Optional.empty();
        }
        return Optional.of(new Bounds(start.get(), stop.get(), Math.clamp(by, -Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    /** A bound of a slice: empty outside after a mistake, empty inside where it is left out. */
    private Optional<Optional<Long>> bound(Optional<Expression> expression) {
        if (expression.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        return switch (session.expressions().evaluate(expression.get())) {
            case NoneValue _ -> Optional.of(Optional.empty());
            case IntegerValue number -> Optional.of(Optional.of(number.value()));
            case Poison _ -> Optional.empty();
            case EvaluatedValue other -> {
                session.report(Diagnostic.error(
                        EvalCode.ARGUMENT_KIND,
                        expression.get().span(),
                        "the bounds of a slice are whole numbers, and this is " + other.kind()));
                yield Optional.empty();
            }
        };
    }

    private <T> List<T> part(List<T> elements, Bounds bounds) {
        RangeValue places = bounds.places(elements.size());
        long size = places.size();
        session.budget().allocate(size);
        List<T> part = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            part.add(elements.get((int) places.at(i)));
        }
        return part;
    }
}
