package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code range(start, stop, step)}: whole numbers that are made when they are gone through. */
record RangeValue(long start, long stop, long step, Span origin) implements Behaviour {
    /** How many numbers. */
    long size() {
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        return step > 0
                ? Math.ceilDivExact(Math.subtractExact(stop, start), step)
                : Math.ceilDivExact(Math.subtractExact(start, stop), -step);
    }

    /** The number at a place, from 0 on. */
    long at(long place) {
        return start + place * step;
    }

    /** The numbers at these places, in their order. */
    RangeValue part(RangeValue places, Span span) {
        return new RangeValue(at(places.start), at(places.stop), step * places.step, span);
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        long size = size();
        ((Session) context).budget().allocate(size);
        List<EvaluatedValue> numbers = new ArrayList<>((int) size);
        for (long i = 0; i < size; i++) {
            numbers.add(new IntegerValue(at(i), origin));
        }
        return Optional.of(numbers);
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        return new Subscripts((Session) context)
                .place((int) Math.min(Integer.MAX_VALUE, size()), index, "the range", syntax.index().span())
                .map(place -> new IntegerValue(at(place), syntax.span()));
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        boolean membership = operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN;
        if (!membership || !reflected || !(other instanceof IntegerValue number)) {
            return Optional.empty();
        }
        boolean within = step > 0
                ? number.value() >= start && number.value() < stop
                : number.value() <= start && number.value() > stop;
        boolean found = within && Math.floorMod(number.value() - start, step) == 0;
        return Optional.of(new BooleanValue(found == (operator == ComparisonOperator.IN), syntax.span()));
    }

    @Override
    public Optional<Boolean> truth(TruthUse use, Context context) {
        return Optional.of(size() > 0);
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        return Optional.of("range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")");
    }

    @Override
    public String kind() {
        return "a range";
    }
}
