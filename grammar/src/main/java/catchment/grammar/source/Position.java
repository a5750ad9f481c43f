package catchment.grammar.source;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1 in Unicode code points; a tab is one, a byte order mark at the start of the file none
 */
public record Position(int line, int column) implements Comparable<Position> {
    /** The first character of a text. */
    public static final Position START = new Position(1, 1);

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
