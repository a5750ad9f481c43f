package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;

/** A sign of setting where a value is compared, and its like. */
final class AssignRules {
    private AssignRules() {}

    static boolean mend(Spot spot) {
        int at = spot.index();
        if (spot.here() == SurfaceLexer.ASSIGN && spot.before() == SurfaceLexer.COLON) {
            spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at - 1, at), "`: =` cannot set a value")
                    .hint("to set a value write `=`")
                    .fix(spot.span(at - 1, at), "="));
            spot.join(at - 1, at, SurfaceLexer.ASSIGN, "=");
            return true;
        }
        if (spot.here() == SurfaceLexer.WALRUS && spot.enclosing(at) < 0 && !Line.startsBlock(spot.type(0))) {
            spot.say(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, spot.span(at), "`:=` is no way to set a value here")
                    .hint("to set a value write `=`")
                    .fix(spot.span(at), "="));
            spot.replace(at, SurfaceLexer.ASSIGN, "=");
            return true;
        }
        if (spot.here() == SurfaceLexer.ASSIGN && at > 0 && Words.endsValue(spot.before())) {
            return compared(spot, at);
        }
        if (spot.here() == SurfaceLexer.COLON && spot.isCall(spot.enclosing(at)) && spot.before() == SurfaceLexer.NAME) {
            spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "`:` cannot pass an argument")
                    .hint("an argument is passed with `=`: `" + spot.text(at - 1) + "=…`")
                    .fix(spot.span(at), "="));
            spot.replace(at, SurfaceLexer.ASSIGN, "=");
            return true;
        }
        return false;
    }

    private static boolean compared(Spot spot, int at) {
        int bracket = spot.enclosing(at);
        int start = spot.startOfValue(at - 1);
        String left = spot.shown(start, at - 1);
        String right = at < spot.last() ? spot.shown(at + 1, spot.endOfValue(at + 1)) : "…";
        if (bracket >= 0 && spot.type(bracket) == SurfaceLexer.LEFT_BRACE && spot.type(bracket) != SurfaceLexer.FORMAT_OPEN
                && (start == bracket + 1 || spot.type(start - 1) == SurfaceLexer.COMMA)) {
            spot.say(Diagnostic.error(SyntaxCode.ASSIGN_IN_EXPRESSION, spot.span(at), "`=` cannot stand between the key and the value of a dict")
                    .hint("write `" + left + ": " + right + "`")
                    .fix(spot.span(at), ":"));
            spot.replace(at, SurfaceLexer.COLON, ":");
            return true;
        }
        spot.say(Diagnostic.error(SyntaxCode.ASSIGN_IN_EXPRESSION, spot.span(at), "`=` sets a value; to compare use `==`")
                .hint("write `" + left + " == " + right + "`")
                .fix(spot.span(at), "=="));
        spot.replace(at, SurfaceLexer.EQUAL, "==");
        return true;
    }
}
