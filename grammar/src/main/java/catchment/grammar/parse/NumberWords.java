package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Digits that make no number: dates without quotes, names that start with a digit, zeros in front. */
final class NumberWords {
    private static final Set<String> UNITS = Set.of("days", "weeks", "months", "years", "day", "week", "month", "year");

    /** Words before a name that are looked at: the head of a function is not longer. */
    private static final int FARTHEST = 100;

    private final Findings findings;
    private final List<Token> words;
    private final Set<String> bound;
    private final List<Token> mended = new ArrayList<>();
    private int at;

    NumberWords(Findings findings, List<Token> words) {
        this.findings = findings;
        this.words = words;
        this.bound = bound(words);
    }

    List<Token> mend() {
        while (at < words.size()) {
            if (!Words.isNumber(type(0)) || !(date() || point() || name() || thousands() || zeros())) {
                mended.add(words.get(at));
                at++;
            }
        }
        return mended;
    }

    private int type(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead).getType() : Token.EOF;
    }

    private String text(int ahead) {
        return words.get(at + ahead).getText();
    }

    private boolean touches(int ahead) {
        return at + ahead + 1 < words.size()
                && words.get(at + ahead).getStopIndex() + 1 == words.get(at + ahead + 1).getStartIndex();
    }

    private boolean touchesBefore() {
        return !mended.isEmpty() && mended.getLast().getStopIndex() + 1 == words.get(at).getStartIndex();
    }

    private Span span(int from, int to) {
        return findings.span(words.get(at + from), words.get(at + to));
    }

    /** {@code 2024-03-31}, {@code 31/03/2024}. */
    private boolean date() {
        int sign = type(1);
        boolean three = type(0) == SurfaceLexer.INTEGER
                && (sign == SurfaceLexer.MINUS || sign == SurfaceLexer.SLASH)
                && type(2) == SurfaceLexer.INTEGER
                && type(3) == sign
                && type(4) == SurfaceLexer.INTEGER
                && touches(0)
                && touches(1)
                && touches(2)
                && touches(3);
        if (!three || touchesBefore() && Words.endsValue(mended.getLast().getType())) {
            return false;
        }
        boolean yearFirst = isYear(text(0)) && text(2).length() <= 2 && text(4).length() <= 2;
        boolean yearLast = isYear(text(4)) && text(2).length() <= 2 && text(0).length() <= 2;
        if (!yearFirst && !yearLast) {
            return false;
        }
        String date = yearFirst
                ? text(0) + "-" + two(text(2)) + "-" + two(text(4))
                : text(4) + "-" + two(text(2)) + "-" + two(text(0));
        Span span = span(0, 4);
        findings.add(Diagnostic.error(SyntaxCode.DATE_UNQUOTED, span, "`" + findings.source().text(span) + "` is no date: it reads as a sum of numbers")
                .hint("a date is written year, month, day in quotes: `\"" + date + "\"`")
                .fix(span, "\"" + date + "\""));
        mended.add(Words.spanning(SurfaceLexer.STRING, "\"" + date + "\"", words.get(at), words.get(at + 4)));
        at += 5;
        return true;
    }

    /** The names with a digit in front that are set somewhere. */
    private static Set<String> bound(List<Token> words) {
        Set<String> bound = new HashSet<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean named = Words.isNumber(words.get(i).getType()) && words.get(i + 1).getType() == SurfaceLexer.NAME;
            if (named && words.get(i).getStopIndex() + 1 == words.get(i + 1).getStartIndex() && binds(words, i)) {
                bound.add(words.get(i).getText() + words.get(i + 1).getText());
            }
        }
        return bound;
    }

    /** True if the name of the two words at {@code index} stands where one is given: before {@code =}, after {@code for}, in the head of a function. */
    private static boolean binds(List<Token> words, int index) {
        int next = index + 2 < words.size() ? words.get(index + 2).getType() : Token.EOF;
        if (next == SurfaceLexer.ASSIGN || next == SurfaceLexer.AUGMENTED) {
            return true;
        }
        int previous = index > 0 ? words.get(index - 1).getType() : Token.EOF;
        return switch (previous) {
            case SurfaceLexer.DEF, SurfaceLexer.CLASS, SurfaceLexer.FOR, SurfaceLexer.IMPORT, SurfaceLexer.FROM, SurfaceLexer.AS -> true;
            case SurfaceLexer.LEFT_PAREN, SurfaceLexer.COMMA -> inHead(words, index);
            default -> false;
        };
    }

    /** True within {@code def f(…)}, or within the names of an import. */
    private static boolean inHead(List<Token> words, int index) {
        for (int i = index - 1; i >= 0 && index - i < FARTHEST; i--) {
            int type = words.get(i).getType();
            if (type == SurfaceLexer.DEF || type == SurfaceLexer.IMPORT) {
                return true;
            }
            if (type == SurfaceLexer.COLON || type == SurfaceLexer.LINE_BREAK) {
                return false;
            }
        }
        return false;
    }

    private static boolean isYear(String text) {
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    private static String two(String text) {
        return text.length() == 1 ? "0" + text : text;
    }

    /** {@code 1.000.000}. */
    private boolean point() {
        if (type(0) != SurfaceLexer.FLOAT || type(1) != SurfaceLexer.FLOAT || !touches(0) || !text(1).startsWith(".")) {
            return false;
        }
        int end = 1;
        while (type(end + 1) == SurfaceLexer.FLOAT && touches(end) && text(end + 1).startsWith(".")) {
            end++;
        }
        Span span = span(0, end);
        String written = findings.source().text(span);
        findings.add(Diagnostic.error(SyntaxCode.NUMBER_FORMAT, span, "`" + written + "` has more than one decimal point")
                .hint("thousands are written without a point: `" + written.replace(".", "") + "`; a version or a code stands in quotes"));
        mended.add(Words.spanning(SurfaceLexer.UNREADABLE, "", words.get(at), words.get(at + end)));
        at += end + 1;
        return true;
    }

    /** {@code 1st_dose}, {@code dataset.2020_bmi}. */
    private boolean name() {
        boolean attribute = text(0).startsWith(".")
                && touchesBefore()
                && Words.endsValue(mended.getLast().getType());
        boolean named = type(1) == SurfaceLexer.NAME && touches(0);
        if (!attribute && !named) {
            return false;
        }
        int from = words.get(at).getStartIndex() + (attribute ? 1 : 0);
        Token last = words.get(at + (named ? 1 : 0));
        Span span = findings.source().span(from, last.getStopIndex() + 1);
        String written = findings.source().text(span);
        if (written.matches("0[xXoObB].*")) {
            findings.add(Diagnostic.error(SyntaxCode.NUMBER_FORMAT, span, "`" + written + "` is no number: after `" + written.substring(0, 2) + "` it has a digit of another kind")
                    .hint("write the number in the usual way, or the code in quotes"));
            mended.add(Words.spanning(SurfaceLexer.UNREADABLE, "", words.get(at), last));
        } else {
            String better = NameCharacters.better(written);
            Diagnostic diagnostic = Diagnostic.error(SyntaxCode.NAME_CHARACTER, span, "a name cannot start with a digit: `" + written + "`");
            findings.add(
                    named && UNITS.contains(text(1)) && !attribute
                            ? diagnostic.hint("for a stretch of time write `" + plural(text(1)) + "(" + text(0) + ")`")
                                    .fix(span, plural(text(1)) + "(" + text(0) + ")")
                            : diagnostic.hint("use `" + better + "`; a text or a code stands in quotes").fix(span, better));
            if (attribute) {
                mended.add(Words.spanning(SurfaceLexer.DOT, ".", from - 1, from));
            }
            // Named as suggested, so that nothing more is said of it. Where no such name is set, it may be a text or a length of time: then its value is not guessed.
            boolean isName = attribute || binds(words, at) || bound.contains(written);
            mended.add(Words.spanning(
                    isName ? SurfaceLexer.NAME : SurfaceLexer.UNREADABLE, isName ? better : "", from, last.getStopIndex() + 1));
        }
        at += named ? 2 : 1;
        return true;
    }

    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    static String plural(String unit) {
        return unit.endsWith("s") ? unit : unit + "s";
    }

    /** {@code 10 000}. */
    private boolean thousands() {
        if (type(0) != SurfaceLexer.INTEGER || type(1) != SurfaceLexer.INTEGER || !text(1).equals("000")) {
            return false;
        }
        int end = 1;
        while (type(end + 1) == SurfaceLexer.INTEGER && text(end + 1).length() == 3) {
            end++;
        }
        Span span = span(0, end);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i <= end; i++) {
            digits.append(text(i));
        }
        String better = digits.toString();
        String written = Texts.shown(findings.source().text(span));
        findings.add(Diagnostic.error(SyntaxCode.NUMBER_FORMAT, span, "a number cannot contain a space: `" + written + "`")
                .hint("write `" + better + "`")
                .fix(span, better));
        mended.add(Words.spanning(SurfaceLexer.INTEGER, better, words.get(at), words.get(at + end)));
        at += end + 1;
        return true;
    }

    /** {@code 007}. */
    private boolean zeros() {
        String text = text(0);
        if (type(0) != SurfaceLexer.INTEGER || text.length() < 2 || text.charAt(0) != '0' || !text.matches("0[0-9_]*[1-9][0-9_]*")) {
            return false;
        }
        String better = text.replaceFirst("^[0_]+", "");
        Span span = span(0, 0);
        findings.add(Diagnostic.error(SyntaxCode.NUMBER_FORMAT, span, "a number cannot start with `0`: `" + text + "`")
                .hint("write `" + better + "`, or `\"" + text + "\"` if it is a code")
                .fix(span, better));
        mended.add(Words.retyped(words.get(at), SurfaceLexer.INTEGER, better));
        at++;
        return true;
    }
}
