package catchment.spec.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a table: how a row is cut, and how a text is written in one. */
public final class Cells {
    private Cells() {}

    /** The cells of a line {@code | a | b |}, trimmed and otherwise as they are written. */
    static List<String> cut(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
                if (c == '\\' && i + 1 < line.length()) {
                    cell.append(line.charAt(++i));
                }
            }
        }
        return cells;
    }

    /** The text that a cell stands for; empty for null. */
    public static Optional<String> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        String inside = quoted ? cell.substring(1, cell.length() - 1) : cell;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = inside.charAt(++i);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    int end = inside.indexOf('}', i);
                    text.appendCodePoint(Integer.parseInt(inside.substring(i + 2, end), 16));
                    i = end;
                }
                default -> text.append(escape);
            }
        }
        return Optional.of(text.toString());
    }

    /** How a text is written in a cell: in quotes where it would be lost or read otherwise. */
    public static String write(String text) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = text.isEmpty() || !text.equals(text.strip()) || text.startsWith("\"");
        for (int point : text.codePoints().toArray()) {
            switch (point) {
                case '\n' -> cell.append("\\n");
                case '\r' -> cell.append("\\r");
                case '\t' -> cell.append("\\t");
                case '\\' -> cell.append("\\\\");
                case '|' -> cell.append("\\|");
                default -> {
                    if (isSeen(point)) {
                        cell.appendCodePoint(point);
                    } else {
                        cell.append("\\u{").append(Integer.toHexString(point)).append('}');
                    }
                }
            }
        }
        String written = cell.toString();
        return quoted || !written.equals(text) ? "\"" + written.replace("\"", "\\\"") + "\"" : written;
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> point == ' ' || !Character.isSpaceChar(point);
        };
    }
}
