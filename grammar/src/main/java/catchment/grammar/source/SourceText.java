package catchment.grammar.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one file, with its lines. A byte order mark at the start is not part of it.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}. Offsets are UTF-16 indexes into {@link #text()}; positions count code points.
 */
public final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;
    private final int[] pairs;

    /**
     * @param file as it is shown to people, see {@link Span#file()}
     * @param text the whole text
     */
    public SourceText(String file, String text) {
        this.file = file;
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
        this.lineStarts = lineStarts(this.text);
        this.pairs = pairs(this.text);
    }

    /** Where the characters stand that take two UTF-16 units: so that a column is found without counting along a line that may be a megabyte long. */
    private static int[] pairs(String text) {
        return java.util.stream.IntStream.range(0, Math.max(0, text.length() - 1))
                .filter(i -> Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1)))
                .toArray();
    }

    private int pairsBefore(int offset) {
        int found = Arrays.binarySearch(pairs, offset);
        return found < 0 ? -found - 1 : found;
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The file as it is shown to people. */
    public String file() {
        return file;
    }

    /** The whole text, without a byte order mark. */
    public String text() {
        return text;
    }

    /** How many lines there are; a text that ends with a line end has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of a line, counted from 1, without its line end; empty beyond the last. */
    public String line(int line) {
        if (line < 1 || line > lineStarts.length) {
            return "";
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The place of a UTF-16 offset into the text. */
    public Position position(int offset) {
        int line = Arrays.binarySearch(lineStarts, offset);
        if (line < 0) {
            line = -line - 2;
        }
        int start = lineStarts[line];
        return new Position(line + 1, offset - start - (pairsBefore(offset) - pairsBefore(start)) + 1);
    }

    /** The UTF-16 offset of a place. */
    public int offset(Position position) {
        int start = lineStarts[Math.min(position.line(), lineStarts.length) - 1];
        int points = Math.min(position.column() - 1, text.length() - start);
        int first = pairsBefore(start);
        int low = 0;
        int high = pairs.length - first;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[first + middle] - start - middle < points) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(start + points + low, text.length());
    }

    /** The span between two UTF-16 offsets, the second exclusive. */
    public Span span(int start, int end) {
        return new Span(file, position(start), position(end));
    }

    /** The text that a span of this file covers. */
    public String text(Span span) {
        return text.substring(offset(span.start()), offset(span.end()));
    }
}
