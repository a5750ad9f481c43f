package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.StaticKey;
import catchment.compiler.eval.TruthUse;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;

/**
 * A series: one value, possibly missing, for each patient or for each row of an event frame.
 *
 * @param node what it is in the query
 * @param origin the expression that made it
 */
public record SeriesValue(Series node, Span origin) implements Behaviour {
    Type type() {
        return node.type();
    }

    boolean perPatient() {
        return node.domain().isPatient();
    }

    @Override
    public String kind() {
        return perPatient() ? Words.a(type()) + " per patient" : Words.a(type()) + " per row";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<Entry> entry = Catalogue.member(this, syntax.name());
        if (entry.isEmpty()) {
            return syntax.name().startsWith("__")
                    ? Optional.empty()
                    : Optional.of(context.refuse(SeriesMisses.attribute(this, syntax, context)));
        }
        return Optional.of(Members.take(entry.get(), this, syntax, context));
    }

    @Override
    public List<String> attributeNames() {
        return Catalogue.memberNames(this);
    }

    @Override
    public boolean setAttribute(String name, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        context.refuse(SeriesMisses.set(this, name, nameSpan, context));
        return true;
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        return Optional.of(context.refuse(SeriesMisses.call(this, syntax, context)));
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Optional.of(Operators.binary(this, operator, other, reflected, syntax, context));
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Operators.compare(this, operator, other, reflected, syntax, context);
    }

    @Override
    public Optional<EvaluatedValue> unary(UnaryOperator operator, Expression.Unary syntax, Context context) {
        return Optional.of(Operators.unary(this, operator, syntax, context));
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        return Optional.of(context.refuse(Habits.subscript(this, index, syntax, context)));
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        context.report(Habits.loop(this, syntax, context));
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> truth(TruthUse use, Context context) {
        context.report(Truths.refusal(this, use, context));
        return Optional.empty();
    }

    @Override
    public Optional<EvaluatedValue> builtin(String name, Expression.Call syntax, Arguments arguments, Context context) {
        return Builtins.onSeries(this, name, syntax, arguments, context);
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        context.report(Habits.text(this, syntax, context));
        return Optional.empty();
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        context.report(Habits.key(this, syntax, context));
        return Optional.empty();
    }
}
