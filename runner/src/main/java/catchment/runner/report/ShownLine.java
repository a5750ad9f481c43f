package catchment.runner.report;

/**
 * A source line as a terminal shows it, with the width of each of its characters: tabs are spread to spaces, wide characters take two cells, combining marks
 * none, and what could steer a terminal is replaced. A line longer than a terminal is cut to a window around what is marked.
 */
final class ShownLine {
    private static final int TAB = 4;
    private static final int WIDEST = 160;
    private static final int CONTEXT = 40;

    private final int[] cells;
    private final int[] points;

    ShownLine(String line) {
        points = line.codePoints().toArray();
        cells = new int[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            cells[i + 1] = cells[i] + (points[i] == '\t' ? TAB - cells[i] % TAB : width(points[i]));
        }
    }

    /** The number of characters. */
    int length() {
        return points.length;
    }

    /**
     * The line and the marks below it.
     *
     * @param start the first marked column, counted from 1 in code points
     * @param end the column after the last; what is empty gets one mark
     */
    Marked mark(int start, int end) {
        int from = Math.clamp(start - 1, 0, points.length);
        int to = Math.clamp(end - 1, from, points.length);
        int left = 0;
        int right = points.length;
        if (cells[points.length] > WIDEST) {
            left = cells[from] <= WIDEST / 2 ? 0 : Math.max(0, from - CONTEXT);
            right = left;
            while (right < points.length && cells[right + 1] - cells[left] <= WIDEST) {
                right++;
            }
            to = Math.min(to, right);
        }
        StringBuilder text = new StringBuilder(left > 0 ? "…" : "");
        for (int i = left; i < right; i++) {
            append(text, i);
        }
        if (right < points.length) {
            text.append('…');
        }
        int indent = cells[from] - cells[left] + (left > 0 ? 1 : 0);
        // What goes past the end of the line, or is empty, is still marked once.
        int marks = Math.max(1, cells[to] - cells[from]);
        return new Marked(text.toString().stripTrailing(), " ".repeat(indent), "^".repeat(marks));
    }

    /** The first column, counted from 1, that is not white space; the length + 1 if there is none. */
    int firstInk() {
        int i = 0;
        while (i < points.length && Character.isWhitespace(points[i])) {
            i++;
        }
        return i + 1;
    }

    private void append(StringBuilder text, int i) {
        if (points[i] == '\t') {
            text.repeat(' ', cells[i + 1] - cells[i]);
        } else {
            text.appendCodePoint(harmless(points[i]));
        }
    }

    /** A character that cannot steer a terminal or turn the direction of writing. */
    static int harmless(int point) {
        boolean steers = Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= 0xD800 && point <= 0xDFFF);
        return steers ? 0xFFFD : point;
    }

    /** A text of one or more lines in which nothing can steer a terminal. */
    static String harmless(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> result.appendCodePoint(point == '\n' || point == '\t' ? point : harmless(point)));
        return result.toString();
    }

    /** How many cells a character takes: 0, 1 or 2. */
    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || point == 0x200B || point == 0x200D) {
            return 0;
        }
        // The blocks that East Asian Width (Unicode annex 11) counts as wide, roughly: Hangul, CJK, full-width forms, emoji.
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /**
     * A line and its marks.
     *
     * @param text the line as shown
     * @param indent the blanks before the marks
     * @param marks one or more {@code ^}
     */
    record Marked(String text, String indent, String marks) {}
}
