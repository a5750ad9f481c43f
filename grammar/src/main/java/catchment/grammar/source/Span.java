package catchment.grammar.source;

/**
 * A stretch of a text: from {@code start} up to but not including {@code end}.
 *
 * @param file the file as it is shown to people: relative to the working directory, with {@code /}; {@code ""} where there is no file
 * @param start the first character
 * @param end just after the last character; equal to {@code start} where something is missing
 */
public record Span(String file, Position start, Position end) {
    /** Where there is no place at all: no file, 1:1. */
    public static final Span NONE = new Span("", Position.START, Position.START);

    /** A span within one line. */
    public static Span of(String file, int line, int startColumn, int endColumn) {
        return new Span(file, new Position(line, startColumn), new Position(line, endColumn));
    }

    /** The smallest span that holds this one and {@code other}, both of the same file. */
    public Span to(Span other) {
        return new Span(
                file,
                start.compareTo(other.start) <= 0 ? start : other.start,
                end.compareTo(other.end) >= 0 ? end : other.end);
    }

    /** The empty span just before this one. */
    public Span before() {
        return new Span(file, start, start);
    }

    /** The empty span just after this one. */
    public Span after() {
        return new Span(file, end, end);
    }

    /** True where this span names a file. */
    public boolean hasFile() {
        return !file.isEmpty();
    }

    @Override
    public String toString() {
        return file + ":" + start.line() + ":" + start.column();
    }
}
