package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Map;
import java.util.Set;

/** Operators that other languages have, and operators written in two pieces. */
final class OperatorRules {
    private record Meant(String symbol, int type, String hint) {}

    private static final Map<String, Meant> FOREIGN = Map.of(
            "&&", new Meant("&", SurfaceLexer.AMPERSAND, "`&` joins two conditions; put each in parentheses"),
            "||", new Meant("|", SurfaceLexer.BAR, "`|` joins two conditions of which one is enough; put each in parentheses"),
            "===", new Meant("==", SurfaceLexer.EQUAL, "to compare write `==`"),
            "!==", new Meant("!=", SurfaceLexer.NOT_EQUAL, "for unequal write `!=`"),
            "<>", new Meant("!=", SurfaceLexer.NOT_EQUAL, "for unequal write `!=`"),
            "=!", new Meant("!=", SurfaceLexer.NOT_EQUAL, "for unequal write `!=`"),
            "=<", new Meant("<=", SurfaceLexer.LESS_EQUAL, "for at most write `<=`"),
            "=>", new Meant(">=", SurfaceLexer.GREATER_EQUAL, "for at least write `>=`"),
            "??", new Meant("|", SurfaceLexer.BAR, "to fill in missing values write `.when_null_then(…)`"));

    private static final Map<String, Integer> SPLIT = Map.ofEntries(
            Map.entry("==", SurfaceLexer.EQUAL), Map.entry("!=", SurfaceLexer.NOT_EQUAL), Map.entry("<=", SurfaceLexer.LESS_EQUAL),
            Map.entry(">=", SurfaceLexer.GREATER_EQUAL), Map.entry("//", SurfaceLexer.DOUBLE_SLASH),
            Map.entry("=>", SurfaceLexer.GREATER_EQUAL), Map.entry("=<", SurfaceLexer.LESS_EQUAL), Map.entry("<>", SurfaceLexer.NOT_EQUAL),
            Map.entry("&&", SurfaceLexer.AMPERSAND), Map.entry("||", SurfaceLexer.BAR), Map.entry("===", SurfaceLexer.EQUAL), Map.entry("&=", SurfaceLexer.AUGMENTED), Map.entry("|=", SurfaceLexer.AUGMENTED),
            Map.entry("+=", SurfaceLexer.AUGMENTED), Map.entry("-=", SurfaceLexer.AUGMENTED));

    private static final Map<String, String> BETTER =
            Map.of("=>", ">=", "=<", "<=", "<>", "!=", "&&", "&", "||", "|", "===", "==");

    private static final Set<String> STEPS = Set.of("++", "--");

    private OperatorRules() {}

    static boolean foreign(Spot spot) {
        int at = spot.index();
        if (spot.here() == SurfaceLexer.FOREIGN_OPERATOR) {
            return foreign(spot, at);
        }
        if (spot.here() == SurfaceLexer.BANG && (spot.after() == SurfaceLexer.ASSIGN || spot.after() == SurfaceLexer.EQUAL)) {
            spot.say(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, spot.span(at, at + 1), "`! =` is one operator written in two pieces")
                    .hint("write `!=`")
                    .fix(spot.span(at, at + 1), "!="));
            spot.join(at, at + 1, SurfaceLexer.NOT_EQUAL, "!=");
            return true;
        }
        if (between(spot) || negation(spot)) {
            return true;
        }
        if (spot.here() == SurfaceLexer.BANG) {
            spot.say(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, spot.span(at), "`!` is no operator here")
                    .hint("to turn a condition on patients round write `~`; outside of columns write `not`")
                    .fix(spot.span(at), "~"));
            spot.replace(at, SurfaceLexer.TILDE, "~");
            return true;
        }
        return false;
    }

    /** {@code %in%} and {@code %>%} of R, {@code is in}. */
    private static boolean between(Spot spot) {
        int at = spot.index();
        if (spot.before() == SurfaceLexer.IS && spot.here() == SurfaceLexer.IN) {
            spot.say(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, spot.span(at - 1, at), "`is in` is no operator here")
                    .hint("of a list that is known write `in`; to test a column write `.is_in([…])`")
                    .fix(spot.span(at - 1, at), "in"));
            spot.remove(at - 1, at - 1);
            return true;
        }
        if (spot.before() != SurfaceLexer.PERCENT || spot.after() != SurfaceLexer.PERCENT || !spot.touches(at - 1) || !spot.touches(at)) {
            return false;
        }
        boolean in = spot.here() == SurfaceLexer.IN;
        if (!in && spot.here() != SurfaceLexer.GREATER) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, spot.span(at - 1, at + 1), "`" + (in ? "%in%" : "%>%") + "` is no operator here")
                .hint(in ? "to test a column write `.is_in([…])`" : "what is done next with a value is written after a dot: `events.where(…).count_for_patient()`"));
        spot.join(at - 1, at + 1, SurfaceLexer.AMPERSAND, "&");
        return true;
    }

    /** {@code a not b}, {@code a not is b}. */
    private static boolean negation(Spot spot) {
        int at = spot.index();
        if (at < 2 || spot.before() != SurfaceLexer.NOT || !Words.endsValue(spot.type(at - 2)) || !spot.failure().expects(SurfaceLexer.IN)) {
            return false;
        }
        boolean is = spot.here() == SurfaceLexer.IS;
        String better = is ? "is not" : "!=";
        spot.say(Diagnostic.error(
                        SyntaxCode.OPERATOR_FOREIGN, spot.span(at - 1, is ? at : at - 1), is ? "`not is` has its words in the wrong order" : "`not` cannot stand between two values")
                .hint(is ? "write `is not`" : "write `!=` for unequal, or `not in` for a list that is known")
                .fix(spot.span(at - 1, is ? at : at - 1), better));
        if (is) {
            spot.join(at - 1, at, SurfaceLexer.NOT_EQUAL, "!=");
        } else {
            spot.replace(at - 1, SurfaceLexer.NOT_EQUAL, "!=");
        }
        return true;
    }

    private static boolean foreign(Spot spot, int at) {
        String written = spot.text(at);
        Meant meant = FOREIGN.get(written);
        int bracket = spot.enclosing(at);
        if (written.equals("=>") && bracket >= 0 && spot.type(bracket) == SurfaceLexer.LEFT_BRACE) {
            meant = new Meant(":", SurfaceLexer.COLON, "in a dict write `key: value`");
        } else if (written.equals("=>") && spot.isCall(bracket) && spot.type(at - 1) == SurfaceLexer.NAME
                && (at - 2 == bracket || spot.type(at - 2) == SurfaceLexer.COMMA)) {
            meant = new Meant(">=", SurfaceLexer.GREATER_EQUAL, "for at least write `>=`; an argument is passed with `=`");
        }
        spot.say(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, spot.span(at), "`" + written + "` is no operator here")
                .hint(meant.hint())
                .fix(spot.span(at), meant.symbol()));
        spot.replace(at, meant.type(), meant.symbol());
        return true;
    }

    /** {@code > =}, {@code = =}, {@code & &}; {@code x++}. */
    static boolean split(Spot spot) {
        int at = spot.index();
        if (at == 0) {
            return false;
        }
        String both = spot.text(at - 1) + spot.text(at);
        if (spot.atEnd() && at >= 2 && STEPS.contains(spot.text(at - 2) + spot.text(at - 1))) {
            return step(spot, at);
        }
        if (both.equals("*=") || both.equals("/=") || !SPLIT.containsKey(both) || spot.atEnd()) {
            return false;
        }
        boolean augmented = SPLIT.get(both) == SurfaceLexer.AUGMENTED;
        if (augmented && spot.enclosing(at) >= 0) {
            return false;
        }
        String better = BETTER.getOrDefault(both, both);
        boolean twice = both.equals("&&") || both.equals("||");
        spot.say(Diagnostic.error(
                        SyntaxCode.OPERATOR_FOREIGN,
                        spot.span(at - 1, at),
                        twice
                                ? "two operators stand side by side: `" + spot.text(at - 1) + "` and `" + spot.text(at) + "`"
                                : "`" + spot.text(at - 1) + " " + spot.text(at) + "` is one operator written in two pieces")
                .hint("write `" + better + "`")
                .fix(spot.span(at - 1, at), better));
        spot.join(at - 1, at, SPLIT.get(both), better);
        return true;
    }

    private static boolean step(Spot spot, int at) {
        String sign = spot.text(at - 1);
        spot.say(Diagnostic.error(
                        SyntaxCode.OPERATOR_FOREIGN, spot.span(at - 2, at - 1), "`" + sign + sign + "` is no operator here")
                .hint("write `" + sign + "= 1`")
                .fix(spot.span(at - 2, at - 1), " " + sign + "= 1"));
        spot.join(at - 2, at - 1, SurfaceLexer.AUGMENTED, sign + "=");
        spot.line().words().add(Words.made(SurfaceLexer.INTEGER, "1", spot.word(at - 2).getStopIndex() + 1));
        return true;
    }
}
