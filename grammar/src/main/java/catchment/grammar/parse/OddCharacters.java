package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Fix;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import org.antlr.v4.runtime.Token;

/**
 * Characters that mean nothing here. Most come from a word processor, a chat or a web page and look like one that does: they are read as that one. All of a
 * kind on one line are one mistake.
 */
final class OddCharacters {
    private static final String DOUBLE_QUOTES = "“”„‟″‶＂«»〝〞";
    private static final String SINGLE_QUOTES = "‘’‚‛′‵＇`´‹›";
    private static final String SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff\u00ad\u200e\u200f";

    /** Signs, what they are called, and what is meant. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("–", "-"), Map.entry("—", "-"), Map.entry("−", "-"), Map.entry("‐", "-"), Map.entry("‑", "-"),
            Map.entry("‒", "-"), Map.entry("―", "-"), Map.entry("﹣", "-"), Map.entry("－", "-"), Map.entry("×", "*"), Map.entry("∗", "*"),
            Map.entry("÷", "/"), Map.entry("∕", "/"), Map.entry("⁄", "/"), Map.entry("≤", "<="), Map.entry("≥", ">="), Map.entry("⩽", "<="), Map.entry("⩾", ">="),
            Map.entry("≠", "!="), Map.entry("≈", "=="), Map.entry("∧", "&"), Map.entry("∨", "|"), Map.entry("¬", "~"),
            Map.entry("（", "("), Map.entry("）", ")"), Map.entry("［", "["), Map.entry("］", "]"), Map.entry("｛", "{"),
            Map.entry("｝", "}"), Map.entry("，", ","), Map.entry("、", ","), Map.entry("：", ":"), Map.entry("；", ";"),
            Map.entry("．", "."), Map.entry("。", "."), Map.entry("＝", "="), Map.entry("＋", "+"), Map.entry("＊", "*"),
            Map.entry("／", "/"), Map.entry("＜", "<"), Map.entry("＞", ">"), Map.entry("＆", "&"), Map.entry("｜", "|"),
            Map.entry("～", "~"), Map.entry("˜", "~"), Map.entry("∼", "~"), Map.entry("‚", ","), Map.entry("…", "..."), Map.entry("¦", "|"), Map.entry("│", "|"), Map.entry("∣", "|"));

    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("-", SurfaceLexer.MINUS), Map.entry("*", SurfaceLexer.STAR), Map.entry("/", SurfaceLexer.SLASH),
            Map.entry("<=", SurfaceLexer.LESS_EQUAL), Map.entry(">=", SurfaceLexer.GREATER_EQUAL),
            Map.entry("!=", SurfaceLexer.NOT_EQUAL), Map.entry("==", SurfaceLexer.EQUAL), Map.entry("&", SurfaceLexer.AMPERSAND), Map.entry("|", SurfaceLexer.BAR),
            Map.entry("~", SurfaceLexer.TILDE), Map.entry("(", SurfaceLexer.LEFT_PAREN),
            Map.entry(")", SurfaceLexer.RIGHT_PAREN), Map.entry("[", SurfaceLexer.LEFT_BRACKET),
            Map.entry("]", SurfaceLexer.RIGHT_BRACKET), Map.entry("{", SurfaceLexer.LEFT_BRACE),
            Map.entry("}", SurfaceLexer.RIGHT_BRACE), Map.entry(",", SurfaceLexer.COMMA),
            Map.entry(":", SurfaceLexer.COLON), Map.entry(";", SurfaceLexer.SEMICOLON),
            Map.entry(".", SurfaceLexer.DOT), Map.entry("=", SurfaceLexer.ASSIGN), Map.entry("+", SurfaceLexer.PLUS),
            Map.entry("<", SurfaceLexer.LESS), Map.entry(">", SurfaceLexer.GREATER), Map.entry("...", SurfaceLexer.ELLIPSIS));

    /** One odd stretch of the line: what stands there and what is meant. */
    private record Odd(SyntaxCode code, int start, int end, String written, String meant) {}

    private final Findings findings;
    private final String text;
    private final List<Odd> ofLine = new ArrayList<>();

    OddCharacters(Findings findings) {
        this.findings = findings;
        this.text = findings.source().text();
    }

    static boolean isDoubleQuote(char c) {
        return DOUBLE_QUOTES.indexOf(c) >= 0;
    }

    static boolean isSingleQuote(char c) {
        return SINGLE_QUOTES.indexOf(c) >= 0;
    }

    /** Reads on from an odd character; returns where the next word may start. */
    int read(Token token, List<Token> words) {
        int start = token.getStartIndex();
        int end = token.getStopIndex() + 1;
        String written = text.substring(start, end);
        if (DOUBLE_QUOTES.contains(written)) {
            return quoted(start, end, DOUBLE_QUOTES, '"', words);
        }
        if (SINGLE_QUOTES.contains(written) && !isComma(written, start)) {
            return quoted(start, end, SINGLE_QUOTES, '\'', words);
        }
        if (SPACES.contains(written)) {
            ofLine.add(new Odd(SyntaxCode.TYPOGRAPHIC_CHARACTER, start, end, written, " "));
            return end;
        }
        String meant = SIGNS.get(written);
        if (meant != null) {
            if (meant.equals("=") && text.startsWith("＝", end)) {
                ofLine.add(new Odd(SyntaxCode.TYPOGRAPHIC_CHARACTER, start, end + 1, "＝＝", "=="));
                words.add(Words.spanning(SurfaceLexer.EQUAL, "==", start, end + 1));
                return end + 1;
            }
            ofLine.add(new Odd(SyntaxCode.TYPOGRAPHIC_CHARACTER, start, end, written, meant));
            words.add(Words.spanning(TYPES.get(meant), meant, start, end));
            return end;
        }
        if (written.equals("\\")) {
            return backslash(start, end);
        }
        boolean column = written.equals("$") && start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
        ofLine.add(new Odd(SyntaxCode.CHARACTER_UNKNOWN, start, end, written, column && end < text.length() && Character.isLetter(text.charAt(end)) ? "." : ""));
        findings.guess(start);
        return end;
    }

    /** A backslash that is to join two lines and has something after it, or stands elsewhere. */
    private int backslash(int start, int end) {
        int next = end;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        boolean lineEnds = next < text.length() && (text.charAt(next) == '\n' || text.charAt(next) == '\r');
        if (lineEnds || next == text.length()) {
            Span span = findings.source().span(start, next);
            findings.add(Diagnostic.error(SyntaxCode.LINE_CONTINUATION, span, lineEnds ? "after the `\\` that joins two lines stands a space" : "the text ends after a `\\` that joins two lines")
                    .hint(lineEnds ? "delete the spaces after `\\`, or put the value in parentheses instead" : "delete the `\\`")
                    .fix(span, lineEnds ? "\\" : ""));
            if (!lineEnds) {
                return next;
            }
            return text.startsWith("\r\n", next) ? next + 2 : next + 1;
        }
        findings.add(Diagnostic.error(SyntaxCode.CHARACTER_UNKNOWN, findings.source().span(start, end), "`\\` has no meaning here")
                .hint("in paths of files write `/`; to divide write `/`; to go on on the next line put the value in parentheses"));
        findings.guess(start);
        return end;
    }

    /** A low quote that stands where a comma may. */
    private boolean isComma(String written, int start) {
        return written.equals("‚") && text.indexOf('‘', start) < 0 && text.indexOf('’', start) < 0;
    }

    private int quoted(int start, int end, String quotes, char plain, List<Token> words) {
        int close = end;
        while (close < text.length() && text.charAt(close) != '\n' && text.charAt(close) != '\r') {
            char c = text.charAt(close);
            boolean apostrophe = plain == '\''
                    && close + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(close + 1))
                    && Character.isLetterOrDigit(text.charAt(close - 1));
            if ((quotes.indexOf(c) >= 0 || c == plain) && !apostrophe) {
                String inside = text.substring(end, close);
                char use = inside.indexOf(plain) >= 0 || inside.contains("’") ? '"' : plain;
                String mended = use + inside.replace("\\", "\\\\").replace(String.valueOf(use), "\\" + use) + use;
                ofLine.add(new Odd(SyntaxCode.SMART_QUOTE, start, close + 1, text.substring(start, end), mended));
                words.add(Words.spanning(SurfaceLexer.STRING, mended, start, close + 1));
                return close + 1;
            }
            close++;
        }
        // No closing one on the line: the opening one is the mistake, the rest of the line is the string.
        int stop = close;
        while (stop > end && (")]}:,".indexOf(text.charAt(stop - 1)) >= 0 || Character.isWhitespace(text.charAt(stop - 1)))) {
            stop--;
        }
        String mended = plain + text.substring(end, stop).replace("\\", "\\\\").replace(String.valueOf(plain), "\\" + plain) + plain;
        ofLine.add(new Odd(SyntaxCode.SMART_QUOTE, start, stop, text.substring(start, end), mended));
        words.add(Words.spanning(SurfaceLexer.STRING, mended, start, stop));
        return stop;
    }

    /** Takes back what was met from an offset on: it is read again. */
    void forget(int offset) {
        ofLine.removeIf(odd -> odd.start() >= offset);
    }

    /** Says what was odd on the line that ends here. */
    void report() {
        if (ofLine.isEmpty()) {
            return;
        }
        for (SyntaxCode code : List.of(
                SyntaxCode.SMART_QUOTE, SyntaxCode.TYPOGRAPHIC_CHARACTER, SyntaxCode.CHARACTER_UNKNOWN)) {
            List<Odd> same = ofLine.stream().filter(odd -> odd.code() == code).toList();
            if (!same.isEmpty() && !findings.full()) {
                say(code, same);
            }
        }
        ofLine.clear();
    }

    private void say(SyntaxCode code, List<Odd> same) {
        Odd first = same.getFirst();
        Span span = findings.source().span(first.start(), same.getLast().end());
        String name = name(first.written());
        Diagnostic diagnostic = switch (code) {
            case SMART_QUOTE -> Diagnostic.error(
                            code,
                            span,
                            (first.written().equals("`") ? "a backtick is no quote here" : "`" + first.written() + "` is a typographic quote")
                                    + "; strings need `"
                                    + first.meant().charAt(0) + "`")
                    .hint("text pasted from a word processor, a chat or a web page often has them; write "
                            + first.meant());
            case TYPOGRAPHIC_CHARACTER -> Diagnostic.error(
                            code,
                            span,
                            first.meant().equals(" ")
                                    ? "here stands " + name + ", which looks like a space and is none"
                                    : "`" + first.written() + "` (" + name + ") looks like `" + first.meant()
                                            + "` and is another character")
                    .hint(first.meant().equals(" ") ? "replace it by an ordinary space" : "write `" + first.meant() + "`");
            default -> Diagnostic.error(
                            code, span, visible(first.written()) + " (" + name + ") has no meaning here")
                    .hint(
                            first.written().equals("$")
                                    ? "a column is written after a dot, as in `patients.sex`"
                                    : first.written().equals("?")
                                            ? "a choice of two values is written `value if condition else other`"
                                            : "delete it, or put it in quotes if it is part of a text");
        };
        findings.add(diagnostic.fixes(same.stream()
                .map(odd -> new Fix(findings.source().span(odd.start(), odd.end()), odd.meant()))
                .toList()));
    }

    private static String visible(String written) {
        int point = written.codePointAt(0);
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                ? "a character that cannot be seen"
                : "`" + written + "`";
    }

    private static String name(String written) {
        int point = written.codePointAt(0);
        String name = Character.getName(point);
        String code = String.format("U+%04X", point);
        return name == null ? code : name.toLowerCase(java.util.Locale.ROOT) + ", " + code;
    }
}
