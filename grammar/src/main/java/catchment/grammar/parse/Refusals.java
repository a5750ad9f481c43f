package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.DictEntry;
import catchment.grammar.syntax.Expression;

/** Python that this language has not: refused by name, with what to write instead. */
final class Refusals {
    private final Findings findings;

    Refusals(Findings findings) {
        this.findings = findings;
    }

    /** Says that there is no such thing here. */
    void refuse(Span span, String what, String instead) {
        findings.add(Diagnostic.error(SyntaxCode.NOT_IN_LANGUAGE, span, what + " cannot be used in a definition")
                .hint(instead));
    }

    private Expression refused(Span span, Span whole, String what, String instead) {
        refuse(span, what, instead);
        return new Expression.Unsupported(whole);
    }

    Expression walrus(SurfaceParser.NamedExpressionContext named, Span span) {
        Spans spans = new Spans(findings.source());
        String name = Texts.shown(findings.source().text(spans.of(named.getChild(0))));
        Span sign = spans.of(named.WALRUS());
        return refused(
                sign, span, "`:=`", "to compare write `==`; to keep a value write `" + name + " = …` on a line of its own before this one");
    }

    Expression yield(Span span) {
        return refused(span, span, "`yield`", "collect the values in a list and `return` it");
    }

    Expression await(Span span) {
        return refused(span, span, "`await`", "nothing in a definition has to be waited for: leave the word out");
    }

    void async(Span span) {
        refuse(span, "`async`", "nothing in a definition has to be waited for: leave the word out");
    }

    Expression as(SurfaceParser.ParenthesizedItemContext item, Span span) {
        Span sign = new Spans(findings.source()).of(item.AS());
        findings.add(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, sign, "`as` has no place within a value")
                .hint("to give a value a name write `name = value` on a line of its own"));
        return new Expression.Unsupported(span);
    }

    Expression ellipsis(Span span) {
        return refused(span, span, "`...`", "write the value, or `pass` where nothing is to be done");
    }

    Expression complex(String text, Span span) {
        findings.add(Diagnostic.error(SyntaxCode.COMPLEX_NUMBER, span, "`" + text + "` is an imaginary number, and there are none here")
                .hint("leave out the `j`, or write the text in quotes"));
        return new Expression.Unsupported(span);
    }

    Expression bytes(String literal, Span at, Span whole) {
        String text = literal.replaceFirst("^([rR]?)[bB]([rR]?)", "$1$2");
        findings.add(Diagnostic.error(SyntaxCode.BYTES, at, "a string with `b` before it is bytes, and there are none here")
                .hint("leave out the `b`")
                .fix(at, text));
        return new Expression.Unsupported(whole);
    }

    DictEntry keyWithoutValue(Expression key, Span span) {
        findings.add(Diagnostic.error(SyntaxCode.VALUE_MISSING, span, "this entry of the dict has no value")
                .hint("write `key: value`"));
        return new DictEntry.Pair(key, new Expression.Unsupported(span), span);
    }
}
