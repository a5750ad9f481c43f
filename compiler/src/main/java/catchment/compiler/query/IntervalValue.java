package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** {@code INTERVAL}: the start and the end of a measure's interval, as a pair of dates. */
record IntervalValue() implements Behaviour {
    static final String START = "interval_start_date";
    static final String END = "interval_end_date";

    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "a pair of dates";
    }

    private SeriesValue date(String name, Span span, Context context) {
        return new Build(context, span).give(new Parameter(name, Type.DATE));
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return switch (syntax.name()) {
            case "start_date" -> Optional.of(date(START, syntax.span(), context));
            case "end_date" -> Optional.of(date(END, syntax.span(), context));
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> attributeNames() {
        return List.of("start_date", "end_date");
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        if (!(index instanceof IntegerValue number)) {
            return Optional.empty();
        }
        return switch ((int) Math.clamp(number.value(), -3, 3)) {
            case 0, -2 -> Optional.of(date(START, syntax.span(), context));
            case 1, -1 -> Optional.of(date(END, syntax.span(), context));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Optional.of(List.of(date(START, syntax, context), date(END, syntax, context)));
    }
}
