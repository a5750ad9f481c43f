package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The brackets that are open within a logical line, and what is said of those that do not match. */
final class Brackets {
    private final Findings findings;
    private final List<Token> words;
    private final List<Open> stack = new ArrayList<>();
    private Optional<Suspect> suspect = Optional.empty();
    private boolean guessed;

    /** An open bracket, and how far the line of text that it stands on is indented. */
    private record Open(Token token, int lineWidth) {}

    /** A bracket that was closed by one which, by its place, belongs to an outer one. */
    private record Suspect(Token token, Token lastOnLine) {}

    private int lineWidth;

    /** @param words of the whole text: what comes later tells what an earlier bracket is */
    Brackets(Findings findings, List<Token> words) {
        this.findings = findings;
        this.words = words;
    }

    boolean open() {
        return !stack.isEmpty();
    }

    boolean guessed() {
        return guessed;
    }

    Token outermost() {
        return stack.getFirst().token();
    }

    /** The kind of the bracket opened last. */
    int innermost() {
        return stack.getLast().token().getType();
    }

    /** Forgets the brackets that were opened after {@code line}, and takes those for open that are open at its end. */
    void rewind(List<Token> line) {
        stack.clear();
        for (Token word : line) {
            if (Words.isOpener(word.getType())) {
                stack.add(new Open(word, 0));
            } else if (Words.isCloser(word.getType()) && !stack.isEmpty()) {
                stack.removeLast();
            }
        }
        suspect = suspect.filter(found -> found.lastOnLine().getStartIndex() <= line.getLast().getStartIndex());
    }

    void clear() {
        stack.clear();
        suspect = Optional.empty();
        guessed = false;
    }

    /**
     * Adds a word to the line, with what is missing before it.
     *
     * @param index of the word
     * @param first true if it is the first word of a line of text
     * @param width how far that word is indented
     */
    void read(int index, boolean first, int width, List<Token> line) {
        Token word = words.get(index);
        if (first || line.isEmpty()) {
            lineWidth = width;
        }
        if (Words.isOpener(word.getType())) {
            stack.add(new Open(word, lineWidth));
            line.add(word);
        } else if (Words.isCloser(word.getType())) {
            close(index, first, width, line);
        } else {
            line.add(word);
        }
    }

    private void close(int index, boolean first, int width, List<Token> line) {
        Token word = words.get(index);
        int type = word.getType();
        if (stack.isEmpty()) {
            findings.add(Diagnostic.error(
                            SyntaxCode.BRACKET_STRAY,
                            findings.span(word),
                            "this `" + word.getText() + "` closes nothing: no `" + opening(type) + "` is open before it")
                    .hint("delete it, or add the `" + opening(type) + "` that it belongs to")
                    .fix(findings.span(word), ""));
            return;
        }
        Open top = stack.getLast();
        if (Words.closerOf(top.token().getType()) == type) {
            if (first
                    && stack.size() > 1
                    && top.lineWidth() > width
                    && stack.stream().anyMatch(open -> open != top && open.lineWidth() == width)) {
                suspect = Optional.of(new Suspect(top.token(), line.getLast()));
            }
            stack.removeLast();
            line.add(word);
            return;
        }
        int match = stack.size() - 1;
        while (match >= 0 && Words.closerOf(stack.get(match).token().getType()) != type) {
            match--;
        }
        switch (reading(match, index)) {
            case CLOSES_OUTER -> closeInner(word, match, line);
            case TOO_MANY -> findings.add(Diagnostic.error(
                            SyntaxCode.BRACKET_STRAY,
                            findings.span(word),
                            "this `" + word.getText() + "` closes nothing: `" + top.token().getText() + "` is open here")
                    .hint("delete it, or add the `" + opening(type) + "` that it belongs to")
                    .fix(findings.span(word), ""));
            case WRONG_KIND, UNKNOWN -> closeAsAnother(word, line);
        }
    }

    private Closers.Reading reading(int match, int index) {
        // With so many mistakes nothing more is reported, and looking ahead at each would cost too much.
        Closers.Reading reading = findings.full()
                ? Closers.Reading.UNKNOWN
                : Closers.of(stack.stream().map(open -> open.token().getType()).toList(), match, words, index + 1);
        if (reading != Closers.Reading.UNKNOWN) {
            return reading;
        }
        if (match >= 0) {
            return Closers.Reading.CLOSES_OUTER;
        }
        boolean closedNext = index + 1 < words.size() && words.get(index + 1).getType() == Words.closerOf(innermost());
        return closedNext ? Closers.Reading.TOO_MANY : Closers.Reading.WRONG_KIND;
    }

    /** {@code (a]}: the bracket stands for the one that belongs there. */
    private void closeAsAnother(Token word, List<Token> line) {
        Token opener = stack.removeLast().token();
        int closer = Words.closerOf(opener.getType());
        String right = Words.closerText(closer);
        findings.add(Diagnostic.error(
                        SyntaxCode.BRACKET_MISMATCH,
                        findings.span(word),
                        "`" + word.getText() + "` cannot close the `" + opener.getText() + "` of line "
                                + findings.span(opener).start().line())
                .hint("write `" + right + "` here")
                .fix(findings.span(word), right));
        line.add(Words.retyped(word, closer, right));
    }

    /** {@code ([a)}: the inner bracket is not closed before the outer one is. */
    private void closeInner(Token word, int match, List<Token> line) {
        Open inner = stack.getLast();
        String missing = missing(match + 1);
        Span place = findings.span(line.getLast()).after();
        findings.add(Diagnostic.error(
                        SyntaxCode.PAREN_NEVER_CLOSED,
                        findings.span(inner.token()),
                        "the `" + inner.token().getText() + "` on line " + findings.span(inner.token()).start().line()
                                + " is not closed before the `" + word.getText() + "` on line "
                                + findings.span(word).start().line())
                .hint("write `" + missing + "` before that `" + word.getText() + "`, or where the list really ends")
                .fix(place, missing));
        addClosers(match + 1, line);
        guessed = true;
        stack.subList(match, stack.size()).clear();
        line.add(word);
    }

    private String missing(int from) {
        StringBuilder missing = new StringBuilder();
        for (int i = stack.size() - 1; i >= from; i--) {
            missing.append(Words.closerText(Words.closerOf(stack.get(i).token().getType())));
        }
        return missing.toString();
    }

    private void addClosers(int from, List<Token> line) {
        int at = line.getLast().getStopIndex() + 1;
        boolean beforeColon = line.getLast().getType() == SurfaceLexer.COLON && Line.startsBlock(line.getFirst().getType());
        int index = line.size();
        if (beforeColon) {
            index--;
            at = line.getLast().getStartIndex();
        }
        for (int i = stack.size() - 1; i >= from; i--) {
            int closer = Words.closerOf(stack.get(i).token().getType());
            line.add(index++, Words.made(closer, Words.closerText(closer), at));
        }
    }

    /**
     * The line ends here though brackets are open: says so and adds what is missing.
     *
     * @param next the word that starts the next statement; none at the end of the text
     */
    void neverClosed(List<Token> line, Optional<Token> next) {
        Token opener = stack.size() == 1 && suspect.isPresent() ? suspect.get().token() : stack.getLast().token();
        Token last = stack.size() == 1 && suspect.isPresent() ? suspect.get().lastOnLine() : line.getLast();
        boolean beforeColon = last.getType() == SurfaceLexer.COLON && Line.startsBlock(line.getFirst().getType());
        Span place = beforeColon ? findings.span(last).before() : findings.span(last).after();
        String missing = missing(0);
        String also = stack.size() > 1 ? "; " + stack.size() + " brackets are open there" : "";
        String where = "at the end of line " + place.start().line() + (beforeColon ? ", before the colon" : "");
        Diagnostic diagnostic = Diagnostic.error(
                SyntaxCode.PAREN_NEVER_CLOSED,
                findings.span(opener),
                "the `" + opener.getText() + "` on line " + findings.span(opener).start().line() + " is never closed");
        if (next.isEmpty()) {
            diagnostic = diagnostic.hint("`" + missing + "` is probably missing " + where + also);
        } else {
            Span statement = findings.span(next.get());
            diagnostic = diagnostic.hint("line " + statement.start().line() + " starts a new statement in column "
                    + statement.start().column() + ", so `" + missing + "` is probably missing " + where + also);
        }
        findings.add(diagnostic.fix(place, missing));
        addClosers(0, line);
        stack.clear();
    }

    private static String opening(int closer) {
        return switch (closer) {
            case SurfaceLexer.RIGHT_PAREN -> "(";
            case SurfaceLexer.RIGHT_BRACKET -> "[";
            default -> "{";
        };
    }
}
