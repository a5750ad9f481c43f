package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** What a string says once its quotes are taken off and its escapes are resolved. Ends of lines are {@code \n}, whatever the file has. */
final class Escapes {
    private final Findings findings;

    Escapes(Findings findings) {
        this.findings = findings;
    }

    /** The text of a whole literal, with prefix and quotes. */
    String read(Token token) {
        String text = token.getText();
        int open = 0;
        while (text.charAt(open) != '"' && text.charAt(open) != '\'') {
            open++;
        }
        boolean raw = text.substring(0, open).toLowerCase(Locale.ROOT).indexOf('r') >= 0;
        String quote = text.substring(open, open + 1);
        int quotes = text.startsWith(quote.repeat(3), open) && text.length() >= open + 6 ? 3 : 1;
        String inside = text.substring(open + quotes, text.length() - quotes);
        return raw ? lines(inside) : resolve(inside, token, open + quotes);
    }

    /** The text of a piece of an f-string. */
    String readFormat(Token token, boolean raw) {
        String text = token.getText().replace("{{", "{").replace("}}", "}");
        return raw ? lines(text) : resolve(text, token, 0);
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private String resolve(String written, Token token, int offset) {
        if (written.indexOf('\\') < 0) {
            return lines(written);
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            if (c == '\r') {
                // A line end of the source; an escaped one stays what it is.
                text.append('\n');
                i += written.startsWith("\r\n", i) ? 2 : 1;
            } else if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                i++;
            } else {
                i = escape(written, i, text, token, offset);
            }
        }
        return text.toString();
    }

    /** One escape, from its backslash on. Returns where it ends. */
    private int escape(String written, int at, StringBuilder text, Token token, int offset) {
        char c = written.charAt(at + 1);
        int next = at + 2;
        switch (c) {
            case '\n' -> {}
            case '\r' -> next += written.startsWith("\n", next) ? 1 : 0;
            case '\\', '\'', '"' -> text.append(c);
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000b');
            case 'x' -> next = digits(written, at, 2, text, token, offset);
            case 'u' -> next = digits(written, at, 4, text, token, offset);
            case 'U' -> next = digits(written, at, 8, text, token, offset);
            case 'N' -> next = named(written, at, text, token, offset);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int end = at + 1;
                while (end < written.length() && end < at + 4 && written.charAt(end) >= '0' && written.charAt(end) <= '7') {
                    end++;
                }
                text.appendCodePoint(Integer.parseInt(written.substring(at + 1, end), 8));
                next = end;
            }
            // As in Python, a backslash before anything else is a backslash.
            default -> text.append('\\').append(c);
        }
        return next;
    }

    private int digits(String written, int at, int count, StringBuilder text, Token token, int offset) {
        int end = at + 2;
        while (end < written.length() && end < at + 2 + count && Character.digit(written.charAt(end), 16) >= 0 && written.charAt(end) < 128) {
            end++;
        }
        if (end == at + 2 + count) {
            long point = Long.parseLong(written.substring(at + 2, end), 16);
            if (point <= Character.MAX_CODE_POINT) {
                text.appendCodePoint((int) point);
                return end;
            }
        }
        String escape = written.substring(at, at + 2);
        wrong(written, at, end, token, offset, "`" + escape + "` in a string must be followed by " + count + " digits of a character's code");
        return end;
    }

    private int named(String written, int at, StringBuilder text, Token token, int offset) {
        int end = written.indexOf('}', at);
        if (written.startsWith("{", at + 2) && end > at + 3) {
            try {
                text.appendCodePoint(Character.codePointOf(written.substring(at + 3, end)));
                return end + 1;
            } catch (IllegalArgumentException unknown) {
                wrong(written, at, end + 1, token, offset, "no character is called `" + written.substring(at + 3, end) + "`");
                return end + 1;
            }
        }
        wrong(written, at, at + 2, token, offset, "`\\N` in a string must be followed by a character's name in braces");
        return at + 2;
    }

    private void wrong(String written, int at, int end, Token token, int offset, String message) {
        int start = Math.min(token.getStartIndex() + offset + at, token.getStopIndex());
        int stop = Math.clamp(start + (long) (end - at), start, token.getStopIndex() + 1);
        findings.add(Diagnostic.error(SyntaxCode.ESCAPE, findings.source().span(start, stop), message)
                .hint("for a backslash itself write `\\\\`, or put `r` before the string; in paths of files write `/`")
                .fix(findings.source().span(start, Math.min(start + 1, stop)), "\\\\"));
    }
}
