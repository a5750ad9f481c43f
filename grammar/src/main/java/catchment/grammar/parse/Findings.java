package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/** The mistakes found in one text so far, in whatever order they were met. */
final class Findings {
    /** More than these from one text help nobody, and reading on may cost more with each. */
    static final int MOST = 200;

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    private final TreeSet<Integer> guesses = new TreeSet<>();

    Findings(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    void add(Diagnostic diagnostic) {
        if (found.size() < MOST) {
            found.add(diagnostic);
        }
    }

    boolean full() {
        return found.size() >= MOST;
    }

    int count() {
        return found.size();
    }

    /** Notes that what stands at an offset is guessed: what does not fit in its line is a consequence and needs no words of its own. */
    void guess(int offset) {
        guesses.add(offset);
    }

    boolean guessed(int from, int to) {
        Integer guess = guesses.ceiling(from);
        return guess != null && guess <= to;
    }

    /** Where a token stands. */
    Span span(Token token) {
        return source.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** From the start of one token to the end of another. */
    Span span(Token first, Token last) {
        return source.span(first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
    }

    /** All of them, by place; of several that start at one place only the first that was met: what follows is its consequence. */
    List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>();
        for (Diagnostic diagnostic : found) {
            if (sorted.stream().noneMatch(other -> other.span().start().equals(diagnostic.span().start()))) {
                sorted.add(diagnostic);
            }
        }
        sorted.sort(Comparator.comparing(diagnostic -> diagnostic.span().start()));
        return sorted;
    }
}
