package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** A value is wanted and something else stands there, or a line has more than it can bear. */
final class ValueRules {
    private ValueRules() {}

    static boolean mend(Spot spot) {
        return colon(spot) || choice(spot) || filter(spot) || dot(spot) || dangling(spot) || semicolon(spot);
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
                            twice ? "two colons follow each other" : "this `:` opens no block")
                    .hint(twice ? "delete one" : "a colon ends only lines that start with `if`, `elif`, `else`, `for`, `def`, `class` or `with`")
                    .fix(spot.span(at), ""));
            spot.remove(at, at);
            return true;
        }
        return false;
    }

    /** {@code // why}, {@code /* why}, {@code -- why}. */
    static boolean comment(Spot spot) {
        int first = spot.type(0);
        boolean slashes = first == SurfaceLexer.DOUBLE_SLASH || first == SurfaceLexer.SLASH && spot.type(1) == SurfaceLexer.STAR;
        boolean dashes = first == SurfaceLexer.MINUS && spot.type(1) == SurfaceLexer.MINUS && spot.touches(0);
        if (!slashes && !dashes && first != SurfaceLexer.PERCENT) {
            return false;
        }
        int signs = first == SurfaceLexer.DOUBLE_SLASH || first == SurfaceLexer.PERCENT ? 0 : 1;
        String written = spot.findings().source().text(spot.span(0, signs));
        spot.say(Diagnostic.error(SyntaxCode.COMMENT_FORM, spot.span(0, signs), "`" + written + "` starts no comment here")
                .hint("a comment starts with `#`")
                .fix(spot.span(0, signs), "#"));
        spot.line().markGuessed();
        return true;
    }

    /** {@code x = if a then b else c}, {@code x = a if b}. */
    private static boolean choice(Spot spot) {
        int at = spot.index();
        if (spot.here() == SurfaceLexer.IF && (spot.before() == SurfaceLexer.ASSIGN || spot.before() == SurfaceLexer.RETURN)) {
            spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "a choice of two values does not start with `if`")
                    .hint("write `value if condition else other`; for values of each patient `case(when(condition).then(value), otherwise=other)`"));
            spot.line().markGuessed();
            return true;
        }
        if (at > 0 && spot.failure().expects(SurfaceLexer.ELSE) && (spot.atEnd() || Words.isCloser(spot.here()) || spot.here() == SurfaceLexer.COMMA)) {
            spot.say(Diagnostic.error(SyntaxCode.VALUE_MISSING, spot.gap(), "a value with `if` needs an `else`")
                    .hint("write `value if condition else other`, or start the line with `if condition:`"));
            spot.insert(at, SurfaceLexer.ELSE, "else");
            spot.insert(at + 1, SurfaceLexer.UNREADABLE, "");
            return true;
        }
        return false;
    }

    /** {@code [x for x in y, if x]}. */
    private static boolean filter(Spot spot) {
        int at = spot.index();
        int bracket = spot.enclosing(at);
        if (spot.here() != SurfaceLexer.COMMA || bracket < 0 || !spot.within(bracket, SurfaceLexer.FOR) || spot.after() != SurfaceLexer.IF && spot.after() != SurfaceLexer.FOR) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "no comma stands before `" + spot.text(at + 1) + "` here")
                .hint("delete the comma")
                .fix(spot.span(at), ""));
        spot.remove(at, at);
        return true;
    }

    /** A dot where a value is wanted. */
    private static boolean dot(Spot spot) {
        int at = spot.index();
        if (spot.here() != SurfaceLexer.DOT || Words.endsValue(spot.before()) || spot.before() == SurfaceLexer.DOT || at == 0) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.VALUE_MISSING, spot.span(at), "before the dot a value is missing")
                .hint("write the table or value whose column or method is meant"));
        spot.insert(at, SurfaceLexer.UNREADABLE, "");
        if (spot.type(at + 2) != SurfaceLexer.NAME) {
            spot.line().markGuessed();
        }
        return true;
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
        if (!operator && !setting && !list && !keyword && before != SurfaceLexer.COLON && before != SurfaceLexer.ARROW) {
            return false;
        }
        Span span = spot.span(at - 1);
        String after = spot.text(at - 1);
        if (!spot.atEnd() && list && spot.here() == SurfaceLexer.COMMA) {
            spot.say(Diagnostic.error(SyntaxCode.COMMA_MISSING, spot.span(at), "a value is missing before this comma")
                    .hint("delete the comma, or write the value")
                    .fix(spot.span(at), ""));
            spot.remove(at, at);
            return true;
        }
        if (!spot.atEnd() && Words.isOperator(spot.here()) && (operator || list || setting)) {
            spot.say(Diagnostic.error(
                            SyntaxCode.VALUE_MISSING,
                            operator ? spot.span(at - 1, at) : spot.span(at),
                            operator ? "between `" + after + "` and `" + spot.text(at) + "` a value is missing" : "a value is missing before `" + spot.text(at) + "`")
                    .hint("write the value, or delete " + (operator ? "one of the two" : "`" + spot.text(at) + "`")));
            spot.insert(at, SurfaceLexer.UNREADABLE, "");
            return true;
        }
        Diagnostic diagnostic = Diagnostic.error(
                SyntaxCode.VALUE_MISSING,
                span,
                spot.atEnd()
                        ? "the line ends after `" + after + "`, and a value is missing"
                        : "a value is missing between `" + after + "` and `" + Texts.shown(spot.text(at)) + "`");
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
        spot.say(Diagnostic.error(SyntaxCode.LINE_CONTINUATION, spot.span(0), "this line starts with `" + spot.text(0) + "`, and nothing stands before it")
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
