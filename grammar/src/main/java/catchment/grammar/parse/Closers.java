package catchment.grammar.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What a closing bracket that does not match may stand for. The brackets after it tell: each way to read it is tried on them, and the first after which they
 * all match is taken.
 */
final class Closers {
    /** Words that are looked at: a statement that goes on for longer tells no more. */
    private static final int FARTHEST = 2000;

    /** How a closing bracket that does not match is read. */
    enum Reading {
        /** Right, and what closes the brackets within is missing before it. */
        CLOSES_OUTER,
        /** Written for another kind of bracket. */
        WRONG_KIND,
        /** One too many. */
        TOO_MANY,
        /** No way makes the rest match. */
        UNKNOWN
    }

    private Closers() {}

    /**
     * @param open the kinds of the open brackets, the outermost first
     * @param outer the index in {@code open} of the innermost one that the bracket does match, or -1
     * @param words of the whole text
     * @param next the index of the word after the bracket
     */
    static Reading of(List<Integer> open, int outer, List<Token> words, int next) {
        int last = open.size() - 1;
        if (outer >= 0 && matches(open.subList(0, outer), words, next)) {
            return Reading.CLOSES_OUTER;
        }
        if (matches(open.subList(0, last), words, next)) {
            return Reading.WRONG_KIND;
        }
        return matches(open, words, next) ? Reading.TOO_MANY : Reading.UNKNOWN;
    }

    /** True if all that is open is closed by what it should be, and what stands first on the line after that closes nothing more. */
    private static boolean matches(List<Integer> before, List<Token> words, int from) {
        Deque<Integer> open = new ArrayDeque<>();
        before.forEach(open::push);
        for (int i = from; i < words.size() && i < from + FARTHEST; i++) {
            int type = words.get(i).getType();
            if (Words.isOpener(type)) {
                open.push(type);
            } else if (Words.isCloser(type) && (open.isEmpty() || Words.closerOf(open.pop()) != type)) {
                return false;
            } else if (type == SurfaceLexer.LINE_BREAK && open.isEmpty()) {
                return i + 1 == words.size() || !Words.isCloser(words.get(i + 1).getType());
            }
        }
        return open.isEmpty();
    }
}
