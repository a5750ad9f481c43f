package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What {@code globals()}, {@code locals()} and {@code vars()} give: the variables of a scope, by name, to read and to set. */
record NamespaceView(Scope scope, Span origin) implements Behaviour {
    private Collection.DictValue dict() {
        Collection.DictValue dict = new Collection.DictValue(origin);
        scope.bindings().forEach((name, binding) -> dict.entries()
                .put(
                        new StaticKey(name),
                        new Collection.DictValue.Entry(new TextValue(name, origin), binding.value())));
        return dict;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return DictMethods.TABLE.of(dict(), syntax.name());
    }

    @Override
    public List<String> attributeNames() {
        return DictMethods.TABLE.names();
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        if (index instanceof TextValue name && scope.bindings().containsKey(name.value())) {
            return Optional.of(scope.bindings().get(name.value()).value());
        }
        return Optional.of(MissingKeys.refuse(dict(), index, syntax.index().span(), context));
    }

    @Override
    public boolean setSubscript(EvaluatedValue index, EvaluatedValue value, Span whole, Context context) {
        if (index instanceof TextValue name) {
            scope.bind(name.value(), value, whole);
            return true;
        }
        if (index instanceof Poison) {
            scope.becomeUncertain();
            return true;
        }
        return false;
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Iteration.elements(dict(), syntax, context);
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        boolean membership = operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN;
        if (!membership || !reflected || !(other instanceof TextValue name)) {
            return Optional.empty();
        }
        boolean found = scope.bindings().containsKey(name.value());
        return Optional.of(new BooleanValue(found == (operator == ComparisonOperator.IN), syntax.span()));
    }

    @Override
    public String kind() {
        return "the variables of a module or function";
    }
}
