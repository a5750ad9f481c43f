package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;

/** Quotes that end a string where the text goes on: {@code 'it's'}, {@code "a "big" one"}. */
final class QuoteRules {
    private QuoteRules() {}

    static boolean mend(Spot spot) {
        int at = spot.index();
        if (spot.here() == SurfaceLexer.STRING && spot.before() == SurfaceLexer.NAME && spot.touches(at - 1)) {
            return prefix(spot, at);
        }
        boolean word = spot.here() == SurfaceLexer.NAME || Words.isNumber(spot.here()) || Words.isKeyword(spot.here());
        if (spot.before() != SurfaceLexer.STRING || !word || !spot.touches(at - 1)) {
            return false;
        }
        int end = at;
        while (end < spot.last() && spot.type(end) != SurfaceLexer.STRING && !Words.isCloser(spot.type(end)) && spot.type(end) != SurfaceLexer.COMMA) {
            end++;
        }
        boolean closed = spot.type(end) == SurfaceLexer.STRING;
        int to = closed ? end : end - 1;
        if (!closed) {
            return false;
        }
        String whole = spot.findings().source().text(spot.span(at - 1, to));
        char quote = whole.charAt(0);
        if (quote != '"' && quote != '\'') {
            return false;
        }
        char other = quote == '"' ? '\'' : '"';
        String inside = whole.substring(1, whole.length() - 1);
        String better = inside.indexOf(other) < 0
                ? other + inside + other
                : quote + inside.replace(String.valueOf(quote), "\\" + quote) + quote;
        spot.say(Diagnostic.error(
                        SyntaxCode.QUOTE_IN_STRING,
                        spot.span(at - 1, to),
                        "the `" + quote + "` before `" + Texts.shown(spot.text(at)) + "` ends the text too early")
                .hint("put the text in the other kind of quotes: `" + Texts.shown(better) + "`")
                .fix(spot.span(at - 1, to), better));
        spot.join(at - 1, to, SurfaceLexer.STRING, better);
        return true;
    }

    /** {@code a"text"}: a letter that means nothing before a string, or a quote that is missing. */
    private static boolean prefix(Spot spot, int at) {
        String name = spot.text(at - 1);
        if (at >= 2 && spot.type(at - 2) == SurfaceLexer.DOT) {
            return false;
        }
        spot.say(Diagnostic.error(
                        SyntaxCode.OPERATOR_MISSING,
                        spot.span(at - 1, at),
                        "`" + name + "` stands right before the text `" + Texts.shown(spot.text(at)) + "`")
                .hint("if it is part of the text, a quote is missing before it; only `f` and `r` can stand before a text"));
        spot.remove(at - 1, at - 1);
        return true;
    }
}
