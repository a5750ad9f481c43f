package catchment.compiler.standard;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code parse_args} gives: the value of each option, as attributes. */
final class ParsedArguments implements Behaviour {
    private final Map<String, EvaluatedValue> values;
    private final boolean uncertain;
    private final Span origin;

    /**
     * @param uncertain true if there may be options that could not be read
     */
    ParsedArguments(Map<String, EvaluatedValue> values, boolean uncertain, Span origin) {
        this.values = new LinkedHashMap<>(values);
        this.uncertain = uncertain;
        this.origin = origin;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<EvaluatedValue> value = Optional.ofNullable(values.get(syntax.name()));
        return value.isEmpty() && uncertain && !syntax.name().startsWith("_")
                ? Optional.of(new Poison(syntax.span()))
                : value;
    }

    @Override
    public boolean setAttribute(String name, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        values.put(name, value);
        return true;
    }

    @Override
    public List<String> attributeNames() {
        return List.copyOf(values.keySet());
    }

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "the arguments of the command line";
    }
}
