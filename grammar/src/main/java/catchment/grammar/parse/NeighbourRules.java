package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Set;

/** Two values side by side: what should stand between them depends on where they are. */
final class NeighbourRules {
    /** What is only ever called on a table or a value, so that before it a dot is missing and no operator. */
    private static final Set<String> METHODS = Set.of(
            "where", "except_where", "sort_by", "first_for_patient", "last_for_patient", "exists_for_patient", "count_for_patient",
            "count_distinct_for_patient", "sum_for_patient", "mean_for_patient", "maximum_for_patient", "minimum_for_patient",
            "count_episodes_for_patient", "combine_as_set", "is_in", "is_not_in", "is_null", "is_not_null", "when_null_then", "map_values",
            "is_before", "is_after", "is_on_or_before", "is_on_or_after", "is_between_but_not_on", "is_on_or_between", "is_during",
            "contains", "contains_any_of", "to_first_of_month", "to_first_of_year");

    private NeighbourRules() {}

    static boolean mend(Spot spot) {
        int at = spot.index();
        if (spot.atEnd() || at == 0 || !Words.endsValue(spot.before())) {
            return false;
        }
        int here = spot.here();
        boolean value = Words.startsValue(here) || Words.isOpener(here) || here == SurfaceLexer.LAMBDA || here == SurfaceLexer.TILDE || here == SurfaceLexer.NOT;
        if (!value) {
            return statement(spot, at);
        }
        int bracket = spot.enclosing(at);
        if (bracket < 0 && statementFollows(spot, at)) {
            return statement(spot, at);
        }
        return braces(spot, at)
                || lambda(spot, bracket, at)
                || pair(spot, bracket, at)
                || (wantsComma(spot, bracket, at) ? comma(spot, bracket, at) : operator(spot, at));
    }

    private static boolean statementFollows(Spot spot, int at) {
        return spot.here() == SurfaceLexer.NAME && spot.type(0) == SurfaceLexer.DEF;
    }

    /** {@code x = 1 return x}: a new statement on the same line. */
    private static boolean statement(Spot spot, int at) {
        int here = spot.here();
        boolean starts = here == SurfaceLexer.RETURN || here == SurfaceLexer.IMPORT || here == SurfaceLexer.FROM
                || here == SurfaceLexer.DEF || here == SurfaceLexer.PASS || here == SurfaceLexer.RAISE || here == SurfaceLexer.ASSERT;
        if (!starts) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "a new statement, `" + spot.text(at) + "`, starts on this line after another one")
                .hint("put it on a line of its own"));
        if (spot.enclosing(at) < 0) {
            spot.insert(at, SurfaceLexer.SEMICOLON, ";");
        } else {
            spot.line().markGuessed();
        }
        return true;
    }

    private static boolean wantsComma(Spot spot, int bracket, int at) {
        if (bracket < 0) {
            return false;
        }
        int type = spot.type(bracket);
        if (type == SurfaceLexer.LEFT_BRACE || type == SurfaceLexer.LEFT_BRACKET && !isSubscript(spot, bracket)) {
            return true;
        }
        if (type != SurfaceLexer.LEFT_PAREN) {
            return false;
        }
        boolean named = spot.here() == SurfaceLexer.NAME && spot.after() == SurfaceLexer.ASSIGN;
        boolean list = spot.within(bracket, SurfaceLexer.COMMA);
        boolean condition = isCondition(spot, bracket);
        return named || list || spot.isCall(bracket) && !condition;
    }

    private static boolean isSubscript(Spot spot, int bracket) {
        return bracket > 0 && Words.endsValue(spot.type(bracket - 1));
    }

    /** True if what stands in the bracket compares or joins conditions. */
    private static boolean isCondition(Spot spot, int bracket) {
        int callee = bracket - 1;
        String name = spot.text(callee);
        boolean filter = name.equals("where") || name.equals("except_where") || name.equals("define_population") || name.equals("when");
        return filter
                || spot.within(bracket, SurfaceLexer.AMPERSAND)
                || spot.within(bracket, SurfaceLexer.BAR)
                || spot.within(bracket, SurfaceLexer.EQUAL)
                || spot.within(bracket, SurfaceLexer.GREATER_EQUAL)
                || spot.within(bracket, SurfaceLexer.LESS_EQUAL)
                || spot.within(bracket, SurfaceLexer.LESS)
                || spot.within(bracket, SurfaceLexer.GREATER);
    }

    /** {@code lambda x x + 1}. */
    private static boolean lambda(Spot spot, int bracket, int at) {
        int i = at - 1;
        while (i > bracket && (spot.type(i) == SurfaceLexer.NAME || spot.type(i) == SurfaceLexer.COMMA)) {
            i--;
        }
        if (spot.type(i) != SurfaceLexer.LAMBDA || !spot.failure().expects(SurfaceLexer.COLON)) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.COLON_MISSING, spot.gap(), "a colon is missing after `" + spot.shown(i, at - 1) + "`")
                .hint("write `" + spot.shown(i, at - 1) + ": " + spot.shown(at, spot.endOfValue(at)) + "`")
                .fix(spot.span(at - 1).after(), ":"));
        spot.insert(at, SurfaceLexer.COLON, ":");
        return true;
    }

    /** {@code events.where{…}}: curly brackets where a call is meant. */
    private static boolean braces(Spot spot, int at) {
        boolean method = spot.before() == SurfaceLexer.NAME && spot.type(at - 2) == SurfaceLexer.DOT && spot.touches(at - 1);
        int close = spot.here() == SurfaceLexer.LEFT_BRACE ? Words.closing(spot.line().words(), at) : -1;
        if (!method || close <= at || close > spot.last() || spot.type(close) != SurfaceLexer.RIGHT_BRACE) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.BRACKET_MISMATCH, spot.span(at), "what `" + spot.text(at - 1) + "` is called with stands in round brackets, not in `{…}`")
                .hint("write `(` here, and `)` for the `}` that closes it")
                .fix(spot.span(at), "(")
                .fix(spot.span(close), ")"));
        spot.replace(at, SurfaceLexer.LEFT_PAREN, "(");
        spot.replace(close, SurfaceLexer.RIGHT_PAREN, ")");
        return true;
    }

    /** {@code {"a" 1}}: the colon of an entry is missing. */
    private static boolean pair(Spot spot, int bracket, int at) {
        if (spot.type(bracket) != SurfaceLexer.LEFT_BRACE || !spot.within(bracket, SurfaceLexer.COLON)) {
            return false;
        }
        int start = spot.startOfValue(at - 1);
        if (start - 1 != bracket && spot.type(start - 1) != SurfaceLexer.COMMA) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.COLON_MISSING, spot.gap(), "a colon is missing between the key `" + spot.shown(start, at - 1) + "` and its value")
                .hint("write `" + spot.shown(start, at - 1) + ": " + spot.shown(at, spot.endOfValue(at)) + "`")
                .fix(spot.span(at - 1).after(), ":"));
        spot.insert(at, SurfaceLexer.COLON, ":");
        return true;
    }

    private static boolean comma(Spot spot, int bracket, int at) {
        boolean argument = spot.isCall(bracket) && spot.before() == SurfaceLexer.NAME && Words.startsValue(spot.here()) && spot.here() != SurfaceLexer.NAME
                && (at - 2 == bracket || spot.type(at - 2) == SurfaceLexer.COMMA);
        if (argument && spot.names().count(spot.text(at - 1)) == 1) {
            String better = spot.text(at - 1) + "=" + spot.shown(at, spot.endOfValue(at));
            spot.say(Diagnostic.error(
                            SyntaxCode.OPERATOR_MISSING, spot.gap(), "between `" + spot.text(at - 1) + "` and its value `=` is missing")
                    .hint("an argument is passed by its name as `" + better + "`")
                    .fix(spot.gap(), "="));
            spot.insert(at, SurfaceLexer.ASSIGN, "=");
            return true;
        }
        String left = spot.shown(spot.startOfValue(at - 1), at - 1);
        String right = spot.shown(at, spot.endOfValue(at));
        spot.say(Diagnostic.error(SyntaxCode.COMMA_MISSING, spot.gap(), "a comma is missing between `" + left + "` and `" + right + "`")
                .hint("write `,` after `" + left + "`")
                .fix(spot.span(at - 1).after(), ","));
        spot.insert(at, SurfaceLexer.COMMA, ",");
        return true;
    }

    private static boolean operator(Spot spot, int at) {
        String left = spot.shown(spot.startOfValue(at - 1), at - 1);
        String right = spot.shown(at, spot.endOfValue(at));
        boolean literal = Words.isLiteral(spot.here()) || Words.isLiteral(spot.before()) || Words.isFormatStart(spot.here());
        boolean condition = Words.isCloser(spot.before()) || spot.here() == SurfaceLexer.TILDE || Words.isOpener(spot.here()) || spot.enclosing(at) >= 0;
        Diagnostic diagnostic = Diagnostic.error(
                SyntaxCode.OPERATOR_MISSING, spot.gap(), "two values stand side by side: `" + left + "` and `" + right + "`");
        boolean call = spot.here() == SurfaceLexer.NAME && spot.after() == SurfaceLexer.LEFT_PAREN;
        if (call && METHODS.contains(spot.text(at))) {
            spot.say(Diagnostic.error(SyntaxCode.OPERATOR_MISSING, spot.gap(), "a dot is missing before `" + spot.text(at) + "`")
                    .hint("write `." + spot.text(at) + "(…)`: it is called on what stands before it")
                    .fix(spot.span(at).before(), "."));
            spot.insert(at, SurfaceLexer.DOT, ".");
            return true;
        }
        if (Words.isNumber(spot.before()) && NumberWords.isUnit(spot.text(at))) {
            String better = NumberWords.plural(spot.text(at)) + "(" + spot.text(at - 1) + ")";
            spot.say(diagnostic.hint("for a stretch of time write `" + better + "`").fix(spot.span(at - 1, at), better));
            spot.insert(at, SurfaceLexer.STAR, "*");
            return true;
        }
        if (call && spot.before() == SurfaceLexer.NAME) {
            spot.say(diagnostic.hint("a dot may be missing, `" + left + "." + right + "`, or an operator"));
            spot.insert(at, SurfaceLexer.DOT, ".");
            return true;
        }
        if (spot.here() == SurfaceLexer.NOT) {
            spot.say(diagnostic.hint("to compare write `!=`; of a list `not in`"));
            spot.insert(at, SurfaceLexer.AND, "and");
            return true;
        }
        boolean both = Words.isLiteral(spot.here()) && Words.isLiteral(spot.before());
        if (!both && (literal && !condition || literal && comparable(spot, at))) {
            spot.say(diagnostic
                    .hint("did you mean `" + left + " == " + right + "`?")
                    .fix(spot.gap(), " == "));
            spot.insert(at, SurfaceLexer.EQUAL, "==");
        } else {
            spot.say(condition
                    ? diagnostic.hint("conditions are joined with `&` (both) or `|` (one is enough): `" + left + " & " + right + "`")
                    : diagnostic.hint("an operator is missing between them, such as `==`, `+` or `&`; or join them with `_` if they are one name"));
            spot.insert(at, SurfaceLexer.AMPERSAND, "&");
        }
        return true;
    }

    /** True where the value on the left has not been compared yet, so that {@code ==} can be what is missing. */
    private static boolean comparable(Spot spot, int at) {
        int start = spot.startOfValue(at - 1);
        int before = spot.type(start - 1);
        return before != SurfaceLexer.EQUAL && before != SurfaceLexer.NOT_EQUAL && before != SurfaceLexer.LESS && before != SurfaceLexer.GREATER
                && before != SurfaceLexer.LESS_EQUAL && before != SurfaceLexer.GREATER_EQUAL && Words.isLiteral(spot.here());
    }
}
