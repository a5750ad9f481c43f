package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Where the grammar stopped in a line.
 *
 * @param index the word that does not fit; beyond the last where the line ends too soon
 */
record Spot(Line line, int index, Failure failure, Findings findings, KnownNames names) {
    /** The kind of the word that does not fit. */
    int here() {
        return line.type(index);
    }

    /** The kind of the word before it. */
    int before() {
        return line.type(index - 1);
    }

    /** The kind of the word after it. */
    int after() {
        return line.type(index + 1);
    }

    int type(int at) {
        return line.type(at);
    }

    Token word(int at) {
        return line.words().get(at);
    }

    String text(int at) {
        return at >= 0 && at < line.words().size() ? word(at).getText() : "";
    }

    boolean atEnd() {
        return index >= line.words().size();
    }

    int last() {
        return line.words().size() - 1;
    }

    /** From one word to another, both included. */
    Span span(int from, int to) {
        return findings.span(word(from), word(to));
    }

    Span span(int at) {
        return findings.span(word(at));
    }

    /** The text from one word to another, as it is shown. */
    String shown(int from, int to) {
        return Texts.shown(findings.source().text(span(from, to)));
    }

    /** The place between the word that does not fit and the one before: the gap where they share a line, else the end of the first. */
    Span gap() {
        Span before = span(index - 1);
        if (atEnd()) {
            return before.after();
        }
        Span here = span(index);
        return before.end().line() == here.start().line() ? new Span(before.file(), before.end(), here.start()) : before.after();
    }

    /** True if nothing stands between two neighbours. */
    boolean touches(int first) {
        return first >= 0
                && first < last()
                && word(first).getStopIndex() + 1 == word(first + 1).getStartIndex();
    }

    /** The index of the bracket that a word stands in, or -1. */
    int enclosing(int at) {
        int depth = 0;
        for (int i = Math.min(at, line.words().size()) - 1; i >= 0; i--) {
            int type = type(i);
            if (Words.isCloser(type)) {
                depth++;
            } else if (Words.isOpener(type) && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /** True if the bracket at an index is that of a call. */
    boolean isCall(int bracket) {
        return type(bracket) == SurfaceLexer.LEFT_PAREN
                && bracket > 0
                && (Words.endsValue(type(bracket - 1)))
                && type(0) != SurfaceLexer.DEF;
    }

    /** The first word of the value that ends with the word at an index: `a.b(c)[d]`. */
    int startOfValue(int end) {
        int i = end;
        while (true) {
            if (Words.isCloser(type(i))) {
                i = opening(i);
                if (i > 0 && Words.endsValue(type(i - 1)) && type(i) != SurfaceLexer.LEFT_BRACE) {
                    i--;
                    continue;
                }
            } else if (type(i) == SurfaceLexer.FORMAT_END) {
                while (i > 0 && !Words.isFormatStart(type(i))) {
                    i--;
                }
            }
            if (i > 1 && type(i) == SurfaceLexer.NAME && type(i - 1) == SurfaceLexer.DOT) {
                i -= 2;
            } else {
                return Math.max(i, 0);
            }
        }
    }

    /** The last word of the value that starts with the word at an index. */
    int endOfValue(int start) {
        int i = start;
        if (Words.isFormatStart(type(i))) {
            while (i < last() && type(i) != SurfaceLexer.FORMAT_END) {
                i++;
            }
        } else if (Words.isOpener(type(i))) {
            i = Math.min(Words.closing(line.words(), i), last());
        }
        while (i < last()) {
            if (type(i + 1) == SurfaceLexer.DOT && type(i + 2) == SurfaceLexer.NAME) {
                i += 2;
            } else if (type(i + 1) == SurfaceLexer.LEFT_PAREN || type(i + 1) == SurfaceLexer.LEFT_BRACKET) {
                i = Math.min(Words.closing(line.words(), i + 1), last());
            } else {
                break;
            }
        }
        return i;
    }

    private int opening(int closer) {
        int depth = 0;
        for (int i = closer; i >= 0; i--) {
            if (Words.isCloser(type(i))) {
                depth++;
            } else if (Words.isOpener(type(i)) && --depth == 0) {
                return i;
            }
        }
        return 0;
    }

    /** True if a kind of word stands directly within a bracket (or, for -1, outside all) between two indexes. */
    boolean within(int bracket, int wanted) {
        int depth = 0;
        for (int i = bracket + 1; i <= last(); i++) {
            int type = type(i);
            if (depth == 0 && type == wanted) {
                return true;
            }
            if (Words.isOpener(type)) {
                depth++;
            } else if (Words.isCloser(type) && depth-- == 0) {
                return false;
            }
        }
        return false;
    }

    void say(Diagnostic diagnostic) {
        findings.add(diagnostic);
    }

    void replace(int at, int type, String text) {
        line.words().set(at, Words.retyped(word(at), type, text));
    }

    /** Makes one word of several. */
    void join(int from, int to, int type, String text) {
        Token joined = Words.spanning(type, text, word(from), word(to));
        line.words().subList(from, to + 1).clear();
        line.words().add(from, joined);
    }

    void remove(int from, int to) {
        line.words().subList(from, to + 1).clear();
    }

    /** Puts a word that is missing before the one at an index. */
    void insert(int at, int type, String text) {
        int offset = at > 0 ? word(at - 1).getStopIndex() + 1 : word(0).getStartIndex();
        line.words().add(at, Words.made(type, text, offset));
    }
}
