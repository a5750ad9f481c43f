package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** An f-string whose braces or quotes do not match. */
final class OpenFormats {
    private final SourceText source;
    private final String text;
    private final Findings findings;

    OpenFormats(SourceText source, Findings findings) {
        this.source = source;
        this.text = source.text();
        this.findings = findings;
    }

    /** Says what is wrong, adds what stands for the f-string, and returns where to read on. */
    int read(Token start, List<Token> words) {
        int inside = start.getStopIndex() + 1;
        char quote = text.charAt(start.getStopIndex());
        boolean triple = start.getStopIndex() - start.getStartIndex() >= 3
                && text.startsWith(String.valueOf(quote).repeat(3), start.getStopIndex() - 2);
        int end = end(inside, quote, triple);
        if (end < 0) {
            return new OpenStrings(findings).readFormat(start, inside, triple, words);
        }
        int open = openBrace(inside, end);
        int after = end + (triple ? 3 : 1);
        findings.add(
                open < 0
                        ? Diagnostic.error(
                                        SyntaxCode.FORMAT_BRACE,
                                        source.span(start.getStartIndex(), after),
                                        "the braces of this f-string do not match")
                                .hint("each `{` needs its `}`, and brackets inside must match; write `{{` for a brace in the text")
                        : Diagnostic.error(
                                        SyntaxCode.FORMAT_BRACE,
                                        source.span(open, open + 1),
                                        "this `{` of the f-string is never closed")
                                .hint("write `}` after the value, or `{{` for a brace in the text"));
        findings.guess(start.getStartIndex());
        words.add(Words.spanning(SurfaceLexer.UNREADABLE, "", start.getStartIndex(), after));
        return after;
    }

    private int end(int from, char quote, boolean triple) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (!triple && (c == '\n' || c == '\r')) {
                return -1;
            } else if (c == quote && (!triple || text.startsWith(String.valueOf(quote).repeat(3), i))) {
                return i;
            }
        }
        return -1;
    }

    /** The last {@code \{} that has no {@code \}}, or -1. */
    private int openBrace(int from, int end) {
        int open = -1;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '{' && open < 0 && i + 1 < end && text.charAt(i + 1) == '{') {
                i++;
            } else if (c == '{') {
                open = i;
            } else if (c == '}') {
                open = -1;
            }
        }
        return open;
    }
}
