package catchment.grammar.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as ANTLR reads it: the characters are code points, the index counts UTF-16 units, so that a token's indexes are offsets into the text. (ANTLR's
 * own streams count code points, and a text with one astral character would need every offset translated.)
 */
final class SourceCharacters implements CharStream {
    private final String text;
    private final String name;
    private int index;

    SourceCharacters(String text, String name) {
        this.text = text;
        this.name = name;
    }

    @Override
    public String getText(Interval interval) {
        int start = Math.clamp(interval.a, 0, text.length());
        return text.substring(start, Math.clamp(interval.b + 1L, start, text.length()));
    }

    @Override
    public void consume() {
        if (index >= text.length()) {
            throw new IllegalStateException("cannot read past the end");
        }
        index += Character.charCount(text.codePointAt(index));
    }

    @Override
    public int LA(int distance) {
        int at = index;
        if (distance > 0) {
            for (int i = 1; i < distance && at < text.length(); i++) {
                at += Character.charCount(text.codePointAt(at));
            }
            return at < text.length() ? text.codePointAt(at) : IntStream.EOF;
        }
        for (int i = 0; i > distance && at > 0; i--) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at < index ? text.codePointAt(at) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text is at hand: nothing to let go.
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int target) {
        index = Math.clamp(target, 0, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }
}
