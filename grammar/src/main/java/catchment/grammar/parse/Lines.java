package catchment.grammar.parse;

import catchment.grammar.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Cuts the words of a text into logical lines: a line goes on where a bracket is open.
 *
 * <p>A bracket that is never closed would swallow the rest of the text. So a line of text that can only be a new statement ends the one before, and the
 * bracket is reported with that place.
 */
final class Lines {
    /** Brackets that are never closed and are looked for with all of the rest of the text in view. */
    private static final int MOST_ATTEMPTS = 20;

    private final String text;
    private final List<Token> words;
    private final Findings findings;
    private final Brackets brackets;
    private final BlockBraces blockBraces;
    private final List<Line> lines = new ArrayList<>();
    private List<Token> current = new ArrayList<>();
    private int attempts;
    private int textLine;
    private int lineStart;

    Lines(List<Token> words, Findings findings) {
        SourceText source = findings.source();
        this.text = source.text();
        this.words = words;
        this.findings = findings;
        this.brackets = new Brackets(findings, words);
        this.blockBraces = new BlockBraces(words, findings);
    }

    List<Line> split() {
        int next = 0;
        boolean first = false;
        while (next < words.size() || brackets.open()) {
            if (next >= words.size()) {
                next = endOfText();
                continue;
            }
            Token word = words.get(next);
            if (word.getType() == SurfaceLexer.LINE_BREAK) {
                if (!brackets.open()) {
                    finish(false);
                }
                textLine = word.getStopIndex() + 1;
                first = true;
                next++;
                continue;
            }
            if (first && brackets.open() && beginsStatement(next)) {
                neverClosed(next);
            }
            if (current.isEmpty()) {
                lineStart = textLine;
            }
            if (!brackets.open() && blockBraces.read(next, current, lines, deeper(word))) {
                first = false;
                next++;
                continue;
            }
            brackets.read(next, first, first || current.isEmpty() || Words.isCloser(word.getType()) ? width(word) : 0, current);
            first = false;
            next++;
        }
        finish(false);
        return lines;
    }

    /** True if a brace, the first word of its line, is indented more than the line above. */
    private boolean deeper(Token word) {
        return word.getType() == SurfaceLexer.LEFT_BRACE && !lines.isEmpty() && width(word) > Line.width(indentation(lines.getLast().first()));
    }

    private void finish(boolean guessed) {
        if (!current.isEmpty()) {
            lines.add(new Line(lineStart, current, guessed || brackets.guessed() || findings.guessed(lineStart, current.getLast().getStopIndex())));
            current = new ArrayList<>();
        }
        brackets.clear();
    }

    /** The text ended within a bracket. Returns where to read on. */
    private int endOfText() {
        int from = indexOf(brackets.outermost());
        if (attempts++ < MOST_ATTEMPTS) {
            for (int i = from + 1; i < words.size(); i++) {
                if (words.get(i - 1).getType() == SurfaceLexer.LINE_BREAK && mayBeginStatement(i)) {
                    cut(i);
                    return i;
                }
            }
        }
        brackets.neverClosed(current, Optional.empty());
        finish(true);
        return words.size();
    }

    /** Takes back the words of the current line from {@code next} on, and ends it there. */
    private void cut(int next) {
        Token from = words.get(next);
        current.removeIf(word -> word.getStartIndex() >= from.getStartIndex());
        textLine = from.getStartIndex() - indentation(from).length();
        brackets.rewind(current);
        brackets.neverClosed(current, Optional.of(from));
        finish(true);
    }

    private void neverClosed(int next) {
        brackets.neverClosed(current, Optional.of(words.get(next)));
        finish(true);
    }

    private int indexOf(Token word) {
        int low = 0;
        int high = words.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).getStartIndex() < word.getStartIndex()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String indentation(Token word) {
        int start = word.getStartIndex();
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return text.substring(start, word.getStartIndex());
    }

    private int width(Token word) {
        // Only the first word of a line of text is asked for, or one that is short of it.
        return textLine <= word.getStartIndex() && word.getStartIndex() - textLine < 500
                ? Line.width(text.substring(textLine, word.getStartIndex()))
                : Integer.MAX_VALUE;
    }

    private int statementWidth() {
        return Line.width(text.substring(lineStart, Math.max(lineStart, current.getFirst().getStartIndex())));
    }

    private int type(int index) {
        return index < words.size() ? words.get(index).getType() : Token.EOF;
    }

    /** True if the line of text that starts with this word cannot go on with what is open. */
    private boolean beginsStatement(int index) {
        int type = type(index);
        if (Words.isStatement(type)) {
            return true;
        }
        boolean outside = width(words.get(index)) <= statementWidth();
        int previous = current.getLast().getType();
        boolean afterHead = previous == SurfaceLexer.COLON
                && Line.startsBlock(current.getFirst().getType())
                && brackets.innermost() == SurfaceLexer.LEFT_PAREN;
        if (type == SurfaceLexer.IF || type == SurfaceLexer.FOR || type == SurfaceLexer.ELSE) {
            return outside && lineEndsInColon(index);
        }
        if (type == SurfaceLexer.AT) {
            return outside;
        }
        if (type != SurfaceLexer.NAME) {
            return false;
        }
        int after = Words.afterPath(words, index);
        boolean dotted = after > index + 1;
        if (type(after) == SurfaceLexer.AUGMENTED || (dotted && type(after) == SurfaceLexer.ASSIGN)) {
            return outside || afterHead || previous != SurfaceLexer.COMMA;
        }
        if (afterHead) {
            return true;
        }
        if (type(after) == SurfaceLexer.ASSIGN) {
            return outside && previous != SurfaceLexer.COMMA && !Words.isOpener(previous);
        }
        return outside && Words.endsValue(previous);
    }

    /** The same where it is known that what is open is never closed. */
    private boolean mayBeginStatement(int index) {
        int type = type(index);
        if (width(index) > statementWidth()) {
            return false;
        }
        return Words.isStatement(type)
                || type == SurfaceLexer.IF
                || type == SurfaceLexer.FOR
                || type == SurfaceLexer.AT
                || type == SurfaceLexer.NAME;
    }

    private int width(int index) {
        return Line.width(indentation(words.get(index)));
    }

    private boolean lineEndsInColon(int index) {
        int last = index;
        while (last + 1 < words.size() && type(last + 1) != SurfaceLexer.LINE_BREAK) {
            last++;
        }
        return type(last) == SurfaceLexer.COLON;
    }
}
