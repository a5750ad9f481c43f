package catchment.grammar.parse;

import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** The grammar stopped at a word that does not fit; never seen outside this package. */
final class Failure extends ParseCancellationException {
    private static final long serialVersionUID = 1;
    private final int index;
    private final transient IntervalSet expected;

    /**
     * @param index which word
     * @param expected the kinds of word that would have fitted
     */
    Failure(int index, IntervalSet expected) {
        super("at word " + index);
        this.index = index;
        this.expected = expected;
    }

    int index() {
        return index;
    }

    boolean expects(int type) {
        return expected.contains(type);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
