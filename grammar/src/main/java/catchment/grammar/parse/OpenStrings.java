package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * A string without its closing quote. Where the quote that is missing belongs may be further left than where it is missed: in {@code f("a.csv, column="code")}
 * the string that has no end seems to be {@code ")}.
 */
final class OpenStrings {
    private static final String ENDS = ")]}:,";

    /** What follows a text on its line and is probably no part of it. */
    private static final Pattern AFTER_TEXT =
            Pattern.compile("\\s*(?:[,)\\]}:&|]|[=!<>]=|\\s(?:and|or|if|else|for|in)\\s)");

    /** A bracket that closes a call and is no part of a text: something is done with what the call gave. */
    private static final Pattern CALL_GOES_ON = Pattern.compile("[)\\]]+(?:\\.\\w+|\\s*[&|,])");

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
        int start = token.getStartIndex();
        if (token.getType() == SurfaceLexer.OPEN_LONG_STRING) {
            return longString(start, token.getText().replaceAll("^[A-Za-z]*", "").substring(0, 3), words);
        }
        int end = token.getStopIndex() + 1;
        int open = quote(start);
        return culprit(words, text.charAt(open), start, open)
                .map(culprit -> earlier(culprit, open, words))
                .or(() -> otherQuote(start, open, end, words))
                .or(() -> noOpening(start, open, end, words))
                .orElseGet(() -> lineString(start, end, words));
    }

    /** The same for an f-string that starts with the word {@code start}. */
    int readFormat(Token start, int inside, boolean triple, List<Token> words) {
        if (triple) {
            return longString(start.getStartIndex(), text.substring(inside - 3, inside), words);
        }
        return lineString(start.getStartIndex(), lineEnd(inside), words);
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int quote(int start) {
        int open = start;
        while (text.charAt(open) != '"' && text.charAt(open) != '\'') {
            open++;
        }
        return open;
    }

    private int longString(int start, String quotes, List<Token> words) {
        findings.add(Diagnostic.error(
                        SyntaxCode.STRING_NEVER_CLOSED,
                        source.span(start, text.indexOf(quotes, start) + 3),
                        "this long string has no closing `" + quotes + "`")
                .hint("write `" + quotes + "` where the text ends"));
        findings.guess(start);
        int end = lineEnd(start);
        words.add(Words.spanning(SurfaceLexer.UNREADABLE, "", start, end));
        return end;
    }

    /** A string before this one on the line that is followed by a word without a gap: it ended where it should have begun. */
    private Optional<Token> culprit(List<Token> words, char quote, int start, int open) {
        Optional<Token> culprit = Optional.empty();
        for (int i = words.size() - 1; i >= 0 && words.get(i).getType() != SurfaceLexer.LINE_BREAK; i--) {
            Token word = words.get(i);
            boolean followed = i + 1 < words.size()
                    ? word.getStopIndex() + 1 == words.get(i + 1).getStartIndex() && canBeText(words.get(i + 1))
                    : word.getStopIndex() + 1 == start && start < open;
            if (word.getType() == SurfaceLexer.STRING && followed && isPlain(word, quote)) {
                culprit = Optional.of(word);
            }
        }
        return culprit;
    }

    /** A word that cannot follow a string: it is part of what should be one. */
    private static boolean canBeText(Token word) {
        int type = word.getType();
        return !ENDS.contains(word.getText()) && !Words.isOperator(type) && type != SurfaceLexer.DOT;
    }

    /** True for a string that stands in the text with these quotes, and not with others that were mended. */
    private boolean isPlain(Token word, char quote) {
        int open = word.getStartIndex();
        while (open < word.getStopIndex() && Character.isLetter(text.charAt(open))) {
            open++;
        }
        return open < word.getStopIndex() && text.charAt(open) == quote && text.charAt(word.getStopIndex()) == quote;
    }

    private int earlier(Token culprit, int open, List<Token> words) {
        int start = culprit.getStartIndex();
        int from = quote(start) + 1;
        char quote = text.charAt(from - 1);
        Matcher ending = AFTER_TEXT.matcher(text).region(from, culprit.getStopIndex());
        int end = ending.find() ? ending.start() : culprit.getStopIndex();
        while (words.getLast() != culprit) {
            words.removeLast();
        }
        words.removeLast();
        if (end == culprit.getStopIndex()) {
            // Nothing in it could have ended it: a quote within the text, as in 'it's'.
            char other = quote == '"' ? '\'' : '"';
            String better = other + text.substring(from, open) + other;
            Span span = source.span(start, open + 1);
            findings.add(Diagnostic.error(
                            SyntaxCode.QUOTE_IN_STRING, span, "the `" + quote + "` after `" + text.substring(from, end) + "` ends the text too early")
                    .hint("put the text in the other kind of quotes: `" + Texts.shown(better) + "`")
                    .fix(span, better));
            words.add(Words.spanning(SurfaceLexer.STRING, better, start, open + 1));
            return open + 1;
        }
        char last = text.charAt(end - 1);
        boolean otherQuote = end - 1 > from && (last == '"' || last == '\'') && last != quote;
        String mended = text.substring(start, otherQuote ? end - 1 : end) + quote;
        findings.add(Diagnostic.error(
                        SyntaxCode.STRING_NEVER_CLOSED, source.span(start, end), "this string has no closing `" + quote + "`")
                .hint("`" + mended + "` is likely")
                .fix(source.span(start, end), mended));
        words.add(Words.spanning(SurfaceLexer.STRING, mended, start, end));
        return end;
    }

    /** {@code "abc'}, {@code "abc”}: closed with another quote. */
    private Optional<Integer> otherQuote(int start, int open, int end, List<Token> words) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < end; i++) {
            char c = text.charAt(i);
            boolean other = (c == '"' || c == '\'') && c != quote;
            boolean smart = quote == '"' ? OddCharacters.isDoubleQuote(c) : OddCharacters.isSingleQuote(c);
            int next = i + 1;
            while (next < end && text.charAt(next) == ' ') {
                next++;
            }
            boolean ends = next >= end || ENDS.indexOf(text.charAt(next)) >= 0 || ".&|=!<>".indexOf(text.charAt(next)) >= 0;
            if ((other || smart) && ends) {
                String mended = text.substring(start, i) + quote;
                Span span = source.span(start, i + 1);
                findings.add((smart
                                ? Diagnostic.error(SyntaxCode.SMART_QUOTE, span, "`" + c + "` is a typographic quote; strings need `" + quote + "`")
                                : Diagnostic.error(SyntaxCode.STRING_NEVER_CLOSED, span, "this string starts with `" + quote + "` and ends with `" + c + "`"))
                        .hint("write `" + Texts.shown(mended) + "`")
                        .fix(span, mended));
                words.add(Words.spanning(SurfaceLexer.STRING, mended, start, i + 1));
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** {@code column=code")}: the opening quote is missing. */
    private Optional<Integer> noOpening(int start, int open, int end, List<Token> words) {
        boolean codeFollows = open + 2 < end && ")],".indexOf(text.charAt(open + 1)) >= 0;
        for (int i = open + 1; i < end && !codeFollows; i++) {
            if (ENDS.indexOf(text.charAt(i)) < 0 && !Character.isWhitespace(text.charAt(i))) {
                return Optional.empty();
            }
        }
        int from = open;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || "_-./".indexOf(text.charAt(from - 1)) >= 0)) {
            from--;
        }
        if (from == open) {
            return Optional.empty();
        }
        while (!words.isEmpty() && words.getLast().getStartIndex() >= from) {
            words.removeLast();
        }
        String mended = text.charAt(open) + text.substring(from, open + 1);
        Span span = source.span(from, open + 1);
        findings.add(Diagnostic.error(SyntaxCode.STRING_NEVER_CLOSED, span, "this text has a closing `" + text.charAt(open) + "` and no opening one")
                .hint("write `" + mended + "`")
                .fix(span, mended));
        words.add(Words.spanning(SurfaceLexer.STRING, mended, from, open + 1));
        return Optional.of(open + 1);
    }

    private boolean isFormat(int start, int open) {
        return text.substring(start, open).toLowerCase(Locale.ROOT).indexOf('f') >= 0;
    }

    private int openBraces(int from, int to) {
        int open = 0;
        for (int i = from; i < to; i++) {
            open = Math.max(0, open + (text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0));
        }
        return open;
    }

    /** How many brackets are open in the statement so far; it is taken to start with the last line of text that starts in column 1. */
    private int openBrackets(List<Token> words) {
        int open = 0;
        for (int i = words.size() - 1; i >= 0; i--) {
            Token word = words.get(i);
            open += Words.isOpener(word.getType()) ? 1 : Words.isCloser(word.getType()) ? -1 : 0;
            int start = word.getStartIndex();
            if (word.getType() != SurfaceLexer.LINE_BREAK && (start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r') && !Words.isCloser(word.getType())) {
                break;
            }
        }
        return open;
    }

    /** What follows the string is guessed: closing brackets, a comma or a colon at the end of the line belong to the statement. */
    private int lineString(int start, int end, List<Token> words) {
        int textEnd = end;
        while (textEnd > start && Character.isWhitespace(text.charAt(textEnd - 1))) {
            textEnd--;
        }
        int open = quote(start);
        char quote = text.charAt(open);
        int stop = textEnd;
        int brackets = openBrackets(words);
        while (stop > open + 1 && ENDS.indexOf(text.charAt(stop - 1)) >= 0 && (brackets > 0 || ":,".indexOf(text.charAt(stop - 1)) >= 0)) {
            stop--;
            brackets -= ":,".indexOf(text.charAt(stop)) >= 0 ? 0 : 1;
        }
        Matcher call = CALL_GOES_ON.matcher(text).region(open + 1, textEnd);
        if (openBrackets(words) > 0 && call.find()) {
            stop = call.start();
        }
        String braces = isFormat(start, open) ? "}".repeat(openBraces(open, stop)) : "";
        String mended = text.substring(start, stop) + braces + quote + text.substring(stop, textEnd);
        findings.add(Diagnostic.error(
                        SyntaxCode.STRING_NEVER_CLOSED,
                        source.span(start, Math.max(textEnd, open + 1)),
                        "this string has no closing `" + quote + "` on its line")
                .hint("it runs to the end of the line; `" + Texts.shown(mended) + "` is likely")
                .fix(source.span(start, textEnd), mended));
        findings.guess(start);
        words.add(Words.spanning(SurfaceLexer.STRING, '"' + "" + '"', start, stop));
        return stop;
    }
}
