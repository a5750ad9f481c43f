package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.Optional;

/** Says why a value cannot stand where a series, or a literal, of a type is wanted. */
final class Misfits {
    private Misfits() {}

    /** The finding for a value that is not of the wanted type. */
    static Diagnostic explain(EvaluatedValue value, Span span, Type wanted, Asker asker, Context context) {
        return switch (value) {
            case SeriesValue series -> otherType(series, span, wanted, asker, context);
            case TextValue text -> text(text, span, wanted, asker, context);
            case IntegerValue number -> whole(number, span, wanted, asker, context);
            case FloatValue number -> decimal(number, span, wanted, asker, context);
            case BooleanValue _ -> mismatch(span, asker.wants(wanted), Words.tick(Words.source(span, context)) + " is true/false");
            case DateValue date ->
                    wanted == Type.STR
                            ? mismatch(span, asker.wants(wanted), Words.tick(Words.source(span, context)) + " is a date")
                                    .hint("as text it is " + Words.quoted(date.value().toString()))
                            : mismatch(span, asker.wants(wanted), Words.tick(Words.source(span, context)) + " is a date");
            case CodeValue code -> mismatch(span, asker.wants(wanted), Words.tick(Words.source(span, context)) + " is " + Words.a(code.type()));
            case FrameValue frame when wanted == Type.BOOL -> FrameMisses.asCondition(frame, span, context);
            case DurationValue _ when wanted == Type.INT || wanted == Type.FLOAT ->
                    mismatch(span, asker.wants(wanted), Words.tick(Words.source(span, context)) + " is a duration")
                            .hint("write the plain number");
            case NoneValue _, Collection _, Poison _, Behaviour _ -> noValue(value, span, asker.wants(wanted), context);
        };
    }

    /** The finding for something that is neither a series nor a literal. */
    static Diagnostic noValue(EvaluatedValue value, Span span, String opening, Context context) {
        Optional<Diagnostic> accident = context.accident(value);
        if (accident.isPresent()) {
            return accident.get();
        }
        String text = Words.source(span, context);
        return switch (value) {
            case FrameValue frame -> FrameMisses.asValue(frame, span, context);
            case BoundOperation method -> method.notCalled();
            case WhenValue when -> CaseMisses.withoutThen(when, span, context);
            case ThenValue then -> CaseMisses.incomplete(then, span, context);
            case DateDifferenceValue difference -> DurationMisses.withoutUnit(difference, span, context);
            case DurationValue duration -> DurationMisses.notAValue(duration, span, opening, context);
            case TextValue unstorable when !Texts.storable(unstorable.value()) -> notStorable(Literals.place(value, span, context));
            case NoneValue _ ->
                    mismatch(span, opening, Words.tick(text) + " is None")
                            .hint("a missing value is tested with `.is_null()`, and stands only in `then(None)`, `otherwise=None` and `default=None`");
            case Collection _ -> mismatch(span, opening, Words.tick(text) + " is " + value.kind()).hint("to test for one of several values: `.is_in([…])`");
            default -> mismatch(span, opening, Words.tick(text) + " is " + value.kind());
        };
    }

    static Diagnostic notStorable(Span span) {
        return Diagnostic.error(
                QueryCode.TEXT_NOT_STORABLE, span, "this text has a character that no database can hold (NUL, or half a character)");
    }

    static Diagnostic mismatch(Span span, String opening, String rest) {
        return Diagnostic.error(QueryCode.TYPE_MISMATCH, span, opening + ", " + rest);
    }

    private static Diagnostic otherType(SeriesValue series, Span span, Type wanted, Asker asker, Context context) {
        String text = Words.source(span, context);
        Diagnostic found = mismatch(span, asker.wants(wanted), Words.tick(text) + " is " + Words.a(series.type()));
        Type type = series.type();
        if (type == Type.INT && wanted == Type.FLOAT) {
            return Source.append(found, span, Words.full(span, context), ".as_float()");
        }
        if (type == Type.FLOAT && wanted == Type.INT) {
            return found.hint("write " + Words.tick(inParentheses(text) + ".as_int()") + ", which cuts off the fraction, or make the other side a decimal number with `.as_float()`");
        }
        if (type == Type.BOOL && wanted.isNumeric()) {
            return found.hint("write " + Words.tick(inParentheses(text) + ".as_int()") + " for 1 and 0");
        }
        if (wanted == Type.BOOL) {
            return found.hint(type == Type.DATE ? "compare it, or test it with .is_not_null()" : "compare it, for example " + Words.tick(text + " == …"));
        }
        if (type == Type.DATE && wanted == Type.INT) {
            return found.hint("for its year: " + Words.tick(text + ".year"));
        }
        if (type.isCode() && wanted.isCode()) {
            return found.hint("codes of two systems never match");
        }
        return found;
    }

    private static String inParentheses(String text) {
        return text.matches("[A-Za-z0-9_.()\"'\\[\\]]*") ? text : "(" + text + ")";
    }

    private static Diagnostic text(TextValue text, Span span, Type wanted, Asker asker, Context context) {
        if (!Texts.storable(text.value())) {
            return notStorable(Literals.place(text, span, context));
        }
        String origin = context.sourceText(text.origin());
        Span place = Literals.place(text, span, context);
        boolean literal = context.sourceText(place).matches("(?s)[\"'].*");
        if (origin.startsWith("get_parameter") && wanted != Type.STR && wanted != Type.DATE && !wanted.isCode()) {
            return ParameterMisses.isText(text, origin, wanted, context);
        }
        if (wanted == Type.DATE) {
            return DateTexts.notADate(text.value(), place, literal);
        }
        if (wanted.isCode()) {
            return CodeMisses.single(text, place, wanted, literal, Optional.empty());
        }
        Diagnostic found = mismatch(span, asker.wants(wanted), Words.tick(Words.source(span, context)) + " is text");
        String value = text.value().strip();
        if (wanted == Type.INT && value.matches("-?[0-9]{1,18}") || wanted == Type.FLOAT && value.matches("-?[0-9]+(\\.[0-9]+)?")) {
            found = found.hint("drop the quotes: " + Words.tick(value));
            return literal ? found.fix(place, value) : found;
        }
        if (wanted == Type.BOOL && value.matches("(?i)t|true|f|false|yes|no|y|n")) {
            return found.hint("write True or False, without quotes");
        }
        if (wanted.isNumeric()) {
            return found.hint("a column of numbers holds numbers and missing values only");
        }
        return found;
    }

    private static Diagnostic whole(IntegerValue number, Span span, Type wanted, Asker asker, Context context) {
        String text = Words.source(span, context);
        boolean literal = text.matches("-?[0-9_]+");
        if (wanted.isCode()) {
            Diagnostic found = Diagnostic.error(
                    QueryCode.CODE_AS_NUMBER, span, "clinical codes are text, even when all are digits; " + Words.tick(text) + " is a number");
            found = found.hint("in quotes: " + Words.tick(Words.quoted(Long.toString(number.value()))));
            return literal ? found.fix(span, Words.quoted(Long.toString(number.value()))) : found;
        }
        Diagnostic found = mismatch(span, asker.wants(wanted), Words.tick(text) + " is a whole number");
        if (wanted == Type.STR) {
            found = found.hint("in quotes: " + Words.tick(Words.quoted(Long.toString(number.value()))));
            return literal ? found.fix(span, Words.quoted(Long.toString(number.value()))) : found;
        }
        if (wanted == Type.DATE && number.value() >= 1800 && number.value() <= 2200) {
            String mended = literal ? Words.quoted(number.value() + "-01-01") : "f\"{" + text + "}-01-01\"";
            return found.hint("for the first day of that year: " + Words.tick(mended)).fix(span, mended);
        }
        if (wanted == Type.BOOL && (number.value() == 0 || number.value() == 1)) {
            String mended = number.value() == 1 ? "True" : "False";
            found = found.hint("write " + Words.tick(mended));
            return literal ? found.fix(span, mended) : found;
        }
        return found;
    }

    private static Diagnostic decimal(FloatValue number, Span span, Type wanted, Asker asker, Context context) {
        String text = Words.source(span, context);
        if (!Double.isFinite(number.value())) {
            return mismatch(span, asker.wants(wanted), Words.tick(text) + " is not a finite number");
        }
        Diagnostic found = mismatch(span, asker.wants(wanted), Words.tick(text) + " is a decimal number");
        if (wanted == Type.INT) {
            boolean whole = number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 1e15;
            String written = Long.toString((long) number.value());
            if (whole && text.matches("-?[0-9.eE+]+")) {
                return found.hint("write " + Words.tick(written)).fix(span, written);
            }
            return found.hint("to compare with fractions, make the other side `.as_float()`");
        }
        if (wanted.isCode()) {
            return found.hint("clinical codes are text in quotes");
        }
        return found;
    }

    /** How a column is written, where the series is one: for hints about its table. */
    static Optional<SelectColumn> column(SeriesValue series) {
        return series.node() instanceof SelectColumn column ? Optional.of(column) : Optional.empty();
    }
}
