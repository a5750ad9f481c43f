package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/**
 * A coding system as a class: makes codes, and is the type of columns.
 *
 * @param type the system, or a text of several codes
 */
record CodeClass(Type type) implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the class " + type.serialName();
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        if (arguments.poisoned()) {
            return Optional.of(new Poison(syntax.span()));
        }
        if (type.isMultiCode() || arguments.positional().size() != 1 || !arguments.named().isEmpty()) {
            return Optional.of(context.refuse(Diagnostic.error(
                            EvalCode.ARGUMENT_KIND,
                            syntax.span(),
                            type.isMultiCode()
                                    ? type.serialName() + " is a type of columns; it makes no values"
                                    : type.serialName() + " takes one text")
                    .hint(type.isMultiCode() ? "a text is enough: .contains(\"J45\")" : type.serialName() + "(\"…\")")));
        }
        Arguments.Given given = arguments.positional().getFirst();
        if (given.value() instanceof CodeValue code && code.type() == type) {
            return Optional.of(code);
        }
        if (given.value() instanceof TextValue text && type.accepts(text.value())) {
            return Optional.of(new CodeValue(type, text.value(), syntax.span()));
        }
        Asker asker = Asker.of(type.serialName());
        return Optional.of(context.refuse(Misfits.explain(given.value(), given.span(), type, asker, context)));
    }

    @Override
    public boolean isInstance(EvaluatedValue value) {
        return value instanceof CodeValue code && code.type() == type;
    }
}
