package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** A value is wanted and something else stands there, or a line has more than it can bear. */
final class ValueRules {
    private ValueRules() {}

    static boolean mend(Spot spot) {
        return colon(spot) || dangling(spot) || semicolon(spot);
    }

    /** {@code x = 3:}, or a second colon after a head. */
    private static boolean colon(Spot spot) {
        int at = spot.index();
        if (at == 0 || spot.atEnd() || spot.here() != SurfaceLexer.COLON) {
            return false;
        }
        if (Line.startsBlock(spot.type(0)) && at == spot.last() && spot.before() != SurfaceLexer.COLON) {
            return false;
        }
        if (at == spot.last() && spot.enclosing(at) < 0) {
            boolean twice = spot.before() == SurfaceLexer.COLON;
            spot.say(Diagnostic.error(
                            SyntaxCode.UNEXPECTED_TEXT,
                            spot.span(at),
                            twice ? "Two colons follow each other" : "This `:` opens no block")
                    .hint(twice ? "delete one" : "a colon ends only lines that start with `if`, `elif`, `else`, `for`, `def`, `class` or `with`")
                    .fix(spot.span(at), ""));
            spot.remove(at, at);
            return true;
        }
        return false;
    }

    private static boolean dangling(Spot spot) {
        int at = spot.index();
        int before = spot.before();
        if (!spot.failure().expects(SurfaceLexer.NAME) && !Words.isOpener(before) && before != SurfaceLexer.COMMA) {
            return false;
        }
        if (at == 0) {
            return leading(spot);
        }
        boolean operator = Words.isOperator(before) || before == SurfaceLexer.TILDE || before == SurfaceLexer.NOT;
        boolean setting = before == SurfaceLexer.ASSIGN || before == SurfaceLexer.AUGMENTED;
        boolean list = before == SurfaceLexer.COMMA || Words.isOpener(before);
        boolean keyword = Words.isKeyword(before);
        if (!operator && !setting && !list && !keyword && before != SurfaceLexer.COLON) {
            return false;
        }
        Span span = spot.span(at - 1);
        String after = spot.text(at - 1);
        if (!spot.atEnd() && list && spot.here() == SurfaceLexer.COMMA) {
            spot.say(Diagnostic.error(SyntaxCode.COMMA_MISSING, spot.span(at), "A value is missing before this comma")
                    .hint("delete the comma, or write the value")
                    .fix(spot.span(at), ""));
            spot.remove(at, at);
            return true;
        }
        if (!spot.atEnd() && Words.isOperator(spot.here()) && (operator || list || setting)) {
            spot.say(Diagnostic.error(
                            SyntaxCode.VALUE_MISSING,
                            operator ? spot.span(at - 1, at) : spot.span(at),
                            operator ? "Between `" + after + "` and `" + spot.text(at) + "` a value is missing" : "A value is missing before `" + spot.text(at) + "`")
                    .hint("write the value, or delete " + (operator ? "one of the two" : "`" + spot.text(at) + "`")));
            spot.insert(at, SurfaceLexer.UNREADABLE, "");
            return true;
        }
        Diagnostic diagnostic = Diagnostic.error(
                SyntaxCode.VALUE_MISSING,
                span,
                spot.atEnd()
                        ? "The line ends after `" + after + "`, and a value is missing"
                        : "A value is missing between `" + after + "` and `" + Texts.shown(spot.text(at)) + "`");
        spot.say(
                spot.atEnd() || operator
                        ? diagnostic.hint(
                                operator
                                        ? "write the value, or delete `" + after + "`; a value goes on on the next line only within parentheses"
                                        : "write the value after `" + after + "`")
                        : diagnostic.hint("write the value after `" + after + "`"));
        spot.insert(at, SurfaceLexer.UNREADABLE, "");
        return true;
    }

    private static boolean leading(Spot spot) {
        if (!Words.isOperator(spot.here())) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.LINE_CONTINUATION, spot.span(0), "This line starts with `" + spot.text(0) + "`, and nothing stands before it")
                .hint("to go on with the line above, put the whole value in parentheses"));
        spot.line().markGuessed();
        return true;
    }

    /** {@code f(a; b)}. */
    private static boolean semicolon(Spot spot) {
        int at = spot.index();
        if (spot.atEnd() || spot.here() != SurfaceLexer.SEMICOLON || spot.enclosing(at) < 0) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.COMMA_MISSING, spot.span(at), "`;` cannot stand within brackets")
                .hint("values are separated by `,`")
                .fix(spot.span(at), ","));
        spot.replace(at, SurfaceLexer.COMMA, ",");
        return true;
    }
}
