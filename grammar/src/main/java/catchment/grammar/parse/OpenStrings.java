package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** A string without its closing quote. */
final class OpenStrings {
    private final SourceText source;
    private final String text;
    private final Findings findings;

    OpenStrings(Findings findings) {
        this.findings = findings;
        this.source = findings.source();
        this.text = source.text();
    }

    /** Says it, adds what stands for the string, and returns where to read on. */
    int read(Token token, List<Token> words) {
        if (token.getType() == SurfaceLexer.OPEN_LONG_STRING) {
            return longString(token.getStartIndex(), token.getText().replaceAll("^[A-Za-z]*", "").substring(0, 3), words);
        }
        return lineString(token.getStartIndex(), token.getStopIndex() + 1, words);
    }

    /** The same for an f-string that starts with the word {@code start}. */
    int readFormat(Token start, int inside, boolean triple, List<Token> words) {
        if (triple) {
            return longString(start.getStartIndex(), text.substring(inside - 3, inside), words);
        }
        int end = inside;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return lineString(start.getStartIndex(), end, words);
    }

    private int longString(int start, String quotes, List<Token> words) {
        findings.add(Diagnostic.error(
                        SyntaxCode.STRING_NEVER_CLOSED,
                        source.span(start, text.indexOf(quotes, start) + 3),
                        "This long string has no closing `" + quotes + "`")
                .hint("write `" + quotes + "` where the text ends"));
        words.add(Words.spanning(SurfaceLexer.UNREADABLE, "", start, text.length()));
        return text.length();
    }

    /** What follows the string is guessed: closing brackets, a comma or a colon at the end of the line belong to the statement. */
    private int lineString(int start, int end, List<Token> words) {
        int textEnd = end;
        while (textEnd > start && Character.isWhitespace(text.charAt(textEnd - 1))) {
            textEnd--;
        }
        int open = start;
        while (text.charAt(open) != '"' && text.charAt(open) != '\'') {
            open++;
        }
        char quote = text.charAt(open);
        int stop = textEnd;
        while (stop > open + 1 && ")]}:,".indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        String mended = text.substring(start, stop) + quote + text.substring(stop, textEnd);
        findings.add(Diagnostic.error(
                        SyntaxCode.STRING_NEVER_CLOSED,
                        source.span(start, textEnd),
                        "This string has no closing `" + quote + "` on its line")
                .hint("it runs to the end of the line; `" + mended + "` is likely")
                .fix(source.span(start, textEnd), mended));
        words.add(Words.spanning(SurfaceLexer.STRING, text.substring(start, stop) + quote, start, stop));
        return stop;
    }
}
