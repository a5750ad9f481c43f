package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;

/** What is said of operators that the type of a series has not. */
final class OperatorMisses {
    /** What is written in place of an order from the greatest down. */
    static final String DESCENDING = "rows are sorted upwards; for the latest, or the greatest, take the last row: `.sort_by(…).last_for_patient()`";

    private OperatorMisses() {}

    /** The operator does not exist for the series' type. */
    static Diagnostic none(SeriesValue series, String operator, EvaluatedValue other, Site site, Context context) {
        String text = Words.source(site.receiver(), context);
        Type type = series.type();
        if (operator.equals("&") || operator.equals("|")) {
            return notACondition(series, operator, site, context);
        }
        if (type.isMultiCode() && (operator.equals("==") || operator.equals("!="))) {
            return Diagnostic.error(
                            QueryCode.MULTI_CODE_COLUMN,
                            site.whole(),
                            Words.tick(text) + " holds several codes in one text; " + Words.tick(operator) + " would compare the whole text")
                    .hint("write " + Words.tick(text + ".contains(" + Words.source(site.arguments(), context) + ")"));
        }
        Diagnostic found = Diagnostic.error(
                QueryCode.OPERATOR_NOT_FOR_TYPE, site.whole(), Words.tick(operator) + " has no meaning for " + Words.several(type) + ", and " + Words.tick(text) + " is " + Words.a(type));
        return switch (operator) {
            case "%" -> found.hint("the rest of a division by n: `x - (x // n) * n`");
            case "+" ->
                    type == Type.STR || type.isCode()
                            ? found.hint("texts cannot be joined per patient; keep each as its own variable, or choose a label with `case(…)`")
                            : type == Type.BOOL ? found.hint("to count, write `.as_int()` on each side; to join conditions, | or &") : found;
            case "<", "<=", ">", ">=" -> type.isCode() ? found.hint("codes have no order; test them with `.is_in([…])`") : found;
            case "-" -> type == Type.BOOL ? found.hint("to leave out: " + Words.tick(text + " & ~…")) : found;
            case "^" -> found.hint(type == Type.BOOL ? "one or the other, not both: a != b" : "a power is written **");
            default -> found;
        };
    }

    private static Diagnostic notACondition(SeriesValue series, String operator, Site site, Context context) {
        String text = Words.source(site.receiver(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.TYPE_MISMATCH,
                site.receiver(),
                Words.tick(operator) + " joins conditions, and " + Words.tick(text) + " is " + Words.a(series.type()));
        return switch (series.type()) {
            case DATE -> found.hint("compare it (with parentheses), or test it with `.is_not_null()`");
            case INT, FLOAT -> found.hint("compare it, with parentheses: " + Words.tick("(" + text + " > 0) " + operator + " …"));
            case BOOL, STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    found.hint("compare it, with parentheses: " + Words.tick("(" + text + " == …) " + operator + " …"));
        };
    }

    /** {@code ~} or {@code -} on a type that has not got it. */
    static Diagnostic unary(SeriesValue series, UnaryOperator operator, Expression.Unary syntax, Context context) {
        String text = Words.source(syntax.operand().span(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.OPERATOR_NOT_FOR_TYPE,
                syntax.span(),
                operator == UnaryOperator.INVERT
                        ? "`~` turns a condition around, and " + Words.tick(text) + " is " + Words.a(series.type())
                        : Words.tick(operator.symbol()) + " needs a number, and " + Words.tick(text) + " is " + Words.a(series.type()));
        if (operator == UnaryOperator.INVERT) {
            return series.type() == Type.BOOL ? found : found.hint("`~` binds tighter than `==`, `<` and the like: put the comparison in parentheses, " + Words.tick("~(" + text + " == …)"));
        }
        if (series.type() == Type.BOOL) {
            return found.hint("to turn a condition around, write " + Words.tick("~" + text));
        }
        if (!series.perPatient()) {
            return found.hint(DESCENDING);
        }
        return series.type() == Type.DATE
                ? found.hint("between two dates it gives a duration: `(a - b).days`")
                : found.hint("to test that it is not some value, write " + Words.tick(text + " != …"));
    }

    /** {@code == [a, b]}. */
    static Diagnostic withList(ComparisonOperator operator, EvaluatedValue other, Site site, Operation syntax, Context context) {
        String method = operator == ComparisonOperator.NOT_EQUAL ? "is_not_in" : "is_in";
        String list = Words.full(site.arguments(), context);
        String mended = Source.primary(site.receiverExpression(), Words.full(site.receiver(), context)) + "." + method + "(" + list + ")";
        return Diagnostic.error(
                        QueryCode.TYPE_MISMATCH,
                        site.whole(),
                        Words.tick(operator.symbol()) + " compares with one value, and "
                                + Words.tick(Words.source(site.arguments(), context)) + " is " + other.kind())
                .hint("write " + Words.tick(mended))
                .fix(syntax.span(), mended);
    }

    /** {@code is None}: asked of the column itself, once for all patients. */
    static Diagnostic identityWithNone(ComparisonOperator operator, Operation syntax, Context context) {
        String method = operator == ComparisonOperator.IS_NOT ? "is_not_null" : "is_null";
        String mended = Source.primary(syntax.leftExpression(), context) + "." + method + "()";
        return Diagnostic.error(
                        QueryCode.COMPARE_WITH_NONE,
                        syntax.span(),
                        Words.tick(operator.symbol() + " None") + " asks once whether there is such a column, not whether a patient's value is missing")
                .hint("write " + Words.tick(mended))
                .fix(syntax.span(), mended);
    }

    /** {@code == None}: before any talk of types. */
    static Diagnostic withNone(ComparisonOperator operator, Site site, Operation syntax, Context context) {
        String method = operator == ComparisonOperator.NOT_EQUAL ? "is_not_null" : "is_null";
        String text = Words.full(site.receiver(), context);
        String mended = Source.primary(site.receiverExpression(), text) + "." + method + "()";
        Diagnostic found = Diagnostic.error(
                QueryCode.COMPARE_WITH_NONE, site.whole(), "a missing value is equal to nothing, not even to another missing one");
        if (operator != ComparisonOperator.EQUAL && operator != ComparisonOperator.NOT_EQUAL) {
            return Diagnostic.error(
                    QueryCode.COMPARE_WITH_NONE, site.whole(), "nothing comes before or after a missing value").hint("to test for it: " + Words.tick(Source.primary(site.receiverExpression(), text) + ".is_null()"));
        }
        Span whole = syntax.span();
        return found.hint("write " + Words.tick(mended)).fix(whole, mended);
    }
}
