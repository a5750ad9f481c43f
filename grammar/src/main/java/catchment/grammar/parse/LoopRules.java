package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** {@code for} without {@code in}, in a statement or within a list. */
final class LoopRules {
    /** What is written for {@code in} by other habits, or by a slip. */
    private static final Set<String> NEARLY_IN = Set.of("of", "on", "from", "im", "ni", "i");

    private LoopRules() {}

    static boolean mend(Spot spot) {
        int loop = loop(spot);
        if (loop < 0 || !spot.failure().expects(SurfaceLexer.IN)) {
            return false;
        }
        int at = spot.index();
        String here = spot.text(at);
        boolean other = NEARLY_IN.contains(here)
                || spot.here() == SurfaceLexer.ASSIGN
                || spot.here() == SurfaceLexer.IS
                || spot.here() == SurfaceLexer.COLON && spot.after() != Token.EOF;
        if (loop + 1 < at && spot.type(loop + 1) == SurfaceLexer.LEFT_PAREN && at - 1 == Words.closing(spot.line().words(), loop + 1)
                && spot.within(loop + 1, SurfaceLexer.IN)) {
            String inside = spot.shown(loop + 2, at - 2);
            spot.say(Diagnostic.error(SyntaxCode.IN_MISSING, spot.span(loop + 1, at - 1), "`for … in …` stands without parentheses")
                    .hint("write `for " + inside + ":`")
                    .fix(spot.span(loop + 1, at - 1), inside));
            spot.remove(at - 1, at - 1);
            spot.remove(loop + 1, loop + 1);
            return true;
        }
        boolean valueFollows = !spot.atEnd() && (Words.startsValue(spot.here()) || Words.isOpener(spot.here()));
        if (other && (Words.startsValue(spot.after()) || Words.isOpener(spot.after()))) {
            spot.say(Diagnostic.error(SyntaxCode.IN_MISSING, spot.span(at), "after `for " + spot.shown(loop + 1, at - 1) + "` stands `in`, not `" + here + "`")
                    .hint("write `for " + spot.shown(loop + 1, at - 1) + " in " + spot.shown(at + 1, spot.endOfValue(at + 1)) + "`")
                    .fix(spot.span(at), "in"));
            spot.replace(at, SurfaceLexer.IN, "in");
            return true;
        }
        if (valueFollows) {
            spot.say(Diagnostic.error(SyntaxCode.IN_MISSING, spot.gap(), "`in` is missing between `" + spot.text(at - 1) + "` and `" + Texts.shown(here) + "`")
                    .hint("write `for " + spot.shown(loop + 1, at - 1) + " in " + spot.shown(at, spot.endOfValue(at)) + "`")
                    .fix(spot.gap(), " in "));
            spot.insert(at, SurfaceLexer.IN, "in");
            return true;
        }
        spot.say(Diagnostic.error(SyntaxCode.IN_MISSING, spot.gap(), "`for " + spot.shown(loop + 1, at - 1) + "` needs `in` and a list after it")
                .hint("write `for " + spot.shown(loop + 1, at - 1) + " in list:`"));
        spot.line().markGuessed();
        return true;
    }

    /** The {@code for} whose target is being read, or -1. */
    private static int loop(Spot spot) {
        for (int i = Math.min(spot.index() - 2, spot.last()); i >= 0; i--) {
            int type = spot.type(i);
            if (type == SurfaceLexer.FOR) {
                return i;
            }
            if (type == SurfaceLexer.IN && spot.enclosing(i) == spot.enclosing(spot.index())) {
                return -1;
            }
        }
        return -1;
    }
}
