package catchment.compiler.query;

import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.Optional;

/** Static values as values of a type. */
final class Literals {
    private Literals() {}

    /** A static value with its type. */
    record Typed(Object value, Type type) {}

    /** The value as one of the wanted type, where that needs no thought: an int is a float to a float series, a text of the right form a date or a code. */
    static Optional<Object> as(EvaluatedValue value, Type wanted) {
        return switch (value) {
            case BooleanValue bool when wanted == Type.BOOL -> Optional.of(bool.value());
            case IntegerValue number when wanted == Type.INT -> Optional.of(number.value());
            case IntegerValue number when wanted == Type.FLOAT -> Optional.of((double) number.value());
            case FloatValue number when wanted == Type.FLOAT && Double.isFinite(number.value()) -> Optional.of(number.value());
            case DateValue date when wanted == Type.DATE -> Optional.of(date.value());
            case TextValue text when wanted == Type.STR && Texts.storable(text.value()) -> Optional.of(text.value());
            case TextValue text when wanted == Type.DATE -> DateTexts.parse(text.value()).map(date -> date);
            case TextValue text when wanted.isCode() && wanted.accepts(text.value()) -> Optional.of(text.value());
            case CodeValue code when code.type() == wanted -> Optional.of(code.text());
            default -> Optional.empty();
        };
    }

    /** The value with its own type. Empty if it is no single static value. */
    static Optional<Typed> own(EvaluatedValue value) {
        return switch (value) {
            case BooleanValue bool -> Optional.of(new Typed(bool.value(), Type.BOOL));
            case IntegerValue number -> Optional.of(new Typed(number.value(), Type.INT));
            case FloatValue number when Double.isFinite(number.value()) -> Optional.of(new Typed(number.value(), Type.FLOAT));
            case TextValue text when Texts.storable(text.value()) -> Optional.of(new Typed(text.value(), Type.STR));
            case DateValue date -> Optional.of(new Typed(date.value(), Type.DATE));
            case CodeValue code -> Optional.of(new Typed(code.text(), code.type()));
            default -> Optional.empty();
        };
    }

    /** The place of a static value: where it is written, if that is in a definition as a literal; else where it is used. */
    static Span place(EvaluatedValue value, Span used, Context context) {
        String text = context.sourceText(value.origin());
        boolean literal = !text.isEmpty()
                && switch (value) {
                    case TextValue _ -> text.startsWith("get_parameter") || "\"'frbFRBu".indexOf(text.charAt(0)) >= 0 && text.length() > 1 && isQuoted(text);
                    case catchment.compiler.eval.Collection _ -> "[({".indexOf(text.charAt(0)) >= 0;
                    case DateValue _ -> true;
                    default -> false;
                };
        return literal ? value.origin() : used;
    }

    private static boolean isQuoted(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '"' || last == '\'';
    }
}
