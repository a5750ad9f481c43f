package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.PropertyValue;
import catchment.compiler.eval.StaticKey;
import catchment.compiler.eval.TruthUse;
import catchment.compiler.model.Frame;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.TableSchema;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frame: the rows of a table, filtered, sorted or picked.
 *
 * @param node what it is in the query
 * @param table the table's class, with its own methods and properties
 * @param origin the expression that made it; the class for a table
 */
public record FrameValue(Frame node, TableClass table, Span origin) implements Behaviour {
    boolean picked() {
        return node instanceof PickOneRowPerPatient;
    }

    boolean manyRows() {
        return !node.domain().isPatient();
    }

    @Override
    public String kind() {
        return picked() ? "a row of " + table.name() : "a table of rows";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        remember(syntax, context);
        String name = syntax.name();
        Optional<EvaluatedValue> note = FrameNotes.of(this, name, context);
        if (note.isPresent()) {
            return note;
        }
        if (node.schema().column(name).isPresent()) {
            return Optional.of(new Build(context, syntax.span()).give(new SelectColumn(node, name)));
        }
        Optional<EvaluatedValue> own = table.member(name).flatMap(member -> own(member, syntax, context));
        if (own.isPresent()) {
            return own;
        }
        if (name.equals("__class__")) {
            return Optional.of(this);
        }
        Optional<Entry> entry = Catalogue.member(this, name);
        if (entry.isPresent()) {
            return Optional.of(Members.take(entry.get(), this, syntax, context));
        }
        return name.startsWith("__") ? Optional.empty() : Optional.of(context.refuse(FrameMisses.attribute(this, syntax, context)));
    }

    private Optional<EvaluatedValue> own(EvaluatedValue member, Expression.Attribute syntax, Context context) {
        if (member instanceof PropertyValue property) {
            Given self = new Given(Optional.empty(), syntax.target().span(), this, syntax.target().span());
            return Optional.of(context.call(
                    property.function(), new Arguments(List.of(self), List.of(), syntax.span()), syntax.span()));
        }
        return picked() ? Optional.empty() : Optional.of(new BoundMethod(this, member, syntax));
    }

    /** The first use of a table in a definition is where it comes from. */
    private void remember(Expression.Attribute syntax, Context context) {
        Frame bottom = node.table();
        if (bottom == node && context.spans().of(node).isEmpty()) {
            context.spans().add(node, context.shown(syntax.target().span()));
        }
    }

    @Override
    public List<String> attributeNames() {
        List<String> names = new ArrayList<>(node.schema().columns().stream().map(TableSchema.Column::name).toList());
        table.members().forEach((name, member) -> {
            if (!picked() || member instanceof PropertyValue) {
                names.add(name);
            }
        });
        names.addAll(Catalogue.memberNames(this));
        return names;
    }

    @Override
    public boolean setAttribute(String name, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        if (node.schema().column(name).isPresent()) {
            context.report(FrameMisses.set(this, name, nameSpan));
        } else {
            FrameNotes.set(this, name, value, context);
        }
        return true;
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        return Optional.of(context.refuse(FrameMisses.call(this, syntax, context)));
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Optional.of(context.refuse(FrameMisses.operand(this, operator.symbol(), other, reflected, syntax, context)));
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Operators.comparesIdentity(operator)
                ? Optional.empty()
                : Optional.of(context.refuse(FrameMisses.operand(this, operator.symbol(), other, reflected, syntax, context)));
    }

    @Override
    public Optional<EvaluatedValue> unary(UnaryOperator operator, Expression.Unary syntax, Context context) {
        return Optional.of(context.refuse(FrameMisses.asCondition(this, syntax.operand().span(), context)));
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
        return Builtins.onFrame(this, name, syntax, arguments, context);
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        context.report(Habits.text(this, syntax, context));
        return Optional.empty();
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        return Optional.of(new StaticKey(node));
    }
}
