package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** Heads of functions and classes, and branches of {@code if}. */
final class DefinitionRules {
    private DefinitionRules() {}

    static boolean mend(Spot spot) {
        return switch (spot.type(0)) {
            case SurfaceLexer.DEF -> function(spot);
            case SurfaceLexer.CLASS -> named(spot, "class", "class events(EventFrame):");
            case SurfaceLexer.ELSE -> orElse(spot);
            case SurfaceLexer.IF, SurfaceLexer.ELIF -> choice(spot);
            default -> false;
        };
    }

    private static boolean function(Spot spot) {
        int at = spot.index();
        if (at == 1) {
            return named(spot, "def", "def had_event(codes):");
        }
        if (at == 2 && spot.type(1) == SurfaceLexer.NAME && spot.here() == SurfaceLexer.COLON) {
            spot.say(Diagnostic.error(
                            SyntaxCode.PAREN_MISSING, spot.span(1).after(), "parentheses are missing after `def " + spot.text(1) + "`")
                    .hint("write `def " + spot.text(1) + "():`")
                    .fix(spot.span(1).after(), "()"));
            spot.insert(2, SurfaceLexer.LEFT_PAREN, "(");
            spot.insert(3, SurfaceLexer.RIGHT_PAREN, ")");
            return true;
        }
        if (at == 2 && spot.here() == SurfaceLexer.NAME && !spot.within(-1, SurfaceLexer.LEFT_PAREN) && spot.line().opensBlock()) {
            String given = spot.shown(2, spot.last() - 1);
            spot.say(Diagnostic.error(
                            SyntaxCode.PAREN_MISSING, spot.span(2, spot.last() - 1), "parentheses are missing around the parameters of `" + spot.text(1) + "`")
                    .hint("write `def " + spot.text(1) + "(" + given + "):`")
                    .fix(new Span(spot.span(1).file(), spot.span(1).end(), spot.span(2).start()), "(")
                    .fix(spot.span(spot.last() - 1).after(), ")"));
            spot.insert(2, SurfaceLexer.LEFT_PAREN, "(");
            spot.insert(spot.last(), SurfaceLexer.RIGHT_PAREN, ")");
            return true;
        }
        boolean parameters = spot.enclosing(at) >= 0 && !spot.isCall(spot.enclosing(at));
        if (parameters && spot.here() == SurfaceLexer.NAME && spot.before() == SurfaceLexer.NAME && !spot.names().uses(spot.text(at - 1) + "_" + spot.text(at))) {
            spot.say(Diagnostic.error(
                            SyntaxCode.COMMA_MISSING, spot.gap(), "a comma is missing between the parameters `" + spot.text(at - 1) + "` and `" + spot.text(at) + "`")
                    .hint("write `" + spot.text(at - 1) + ", " + spot.text(at) + "`, or join the two with `_` if they are one name")
                    .fix(spot.span(at - 1).after(), ","));
            spot.insert(at, SurfaceLexer.COMMA, ",");
            return true;
        }
        if (parameters && (Words.isLiteral(spot.here()) || spot.here() == SurfaceLexer.DOT) && spot.enclosing(at) == 2) {
            spot.say(Diagnostic.error(
                            SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "`" + Texts.shown(spot.text(at)) + "` cannot be a parameter")
                    .hint("between the parentheses of `def` stand names, such as `codes` or `codes=None`; values are given where the function is called"));
            spot.line().markGuessed();
            return true;
        }
        return false;
    }

    private static boolean named(Spot spot, String word, String example) {
        if (spot.index() != 1 || spot.here() != SurfaceLexer.LEFT_PAREN && spot.here() != SurfaceLexer.COLON) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.VALUE_MISSING, spot.gap(), "after `" + word + "` a name is missing")
                .hint("write a name, as in `" + example + "`"));
        spot.line().markGuessed();
        return true;
    }

    /** {@code else x == 3:}. */
    private static boolean orElse(Spot spot) {
        if (spot.index() != 1 || spot.here() == SurfaceLexer.COLON || !spot.line().opensBlock()) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.ELSE_IF, spot.span(0), "`else` takes no condition")
                .hint("write `elif " + spot.shown(1, spot.last() - 1) + ":`, or `else:` alone")
                .fix(spot.span(0), "elif"));
        spot.replace(0, SurfaceLexer.ELIF, "elif");
        return true;
    }

    /** {@code elif:}, {@code if x then:}. */
    private static boolean choice(Spot spot) {
        int at = spot.index();
        if (at == 1 && spot.here() == SurfaceLexer.COLON) {
            String word = spot.text(0);
            spot.say(Diagnostic.error(SyntaxCode.VALUE_MISSING, spot.span(0, 1), "`" + word + "` needs a condition before the colon")
                    .hint(word.equals("elif") ? "write `elif condition:`, or `else:` if all that is left is meant" : "write `if condition:`"));
            spot.insert(1, SurfaceLexer.UNREADABLE, "");
            return true;
        }
        if (spot.here() == SurfaceLexer.NAME && spot.text(at).equalsIgnoreCase("then") && spot.after() == SurfaceLexer.COLON) {
            spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "`then` is not written after a condition")
                    .hint("a colon is enough: `" + spot.shown(0, at - 1) + ":`")
                    .fix(spot.span(at), ""));
            spot.remove(at, at);
            return true;
        }
        return false;
    }
}
