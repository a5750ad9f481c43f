package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.model.Type;
import catchment.runtime.RunException;
import catchment.runtime.format.CellText;
import catchment.runtime.tables.RowStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table for people: columns side by side, numbers to the right, a missing value left empty, a long text cut. Nothing is ever cut in a file. */
public final class ConsoleTable {
    /** Rows that are looked at to see how wide columns should be; later ones that are wider stand out. */
    private static final int LOOKED_AT = 1000;

    /** Characters of a text that are shown: one very long one would push all columns out of sight. */
    private static final int LONGEST = 60;

    private static final String CUT = "…";
    private static final String GAP = "  ";

    private final List<ColumnSpecification> columns;
    private final Consumer<String> lines;
    private final int[] widths;

    private ConsoleTable(List<ColumnSpecification> columns, Consumer<String> lines) {
        this.columns = columns;
        this.lines = lines;
        this.widths = columns.stream().mapToInt(column -> width(column.name())).toArray();
    }

    /**
     * Writes all rows.
     *
     * @param lines takes the lines, without line ends
     * @return how many rows there were
     */
    public static long write(List<ColumnSpecification> columns, RowStream rows, Consumer<String> lines) throws RunException {
        return new ConsoleTable(columns, lines).write(rows);
    }

    private long write(RowStream rows) throws RunException {
        long count = 0;
        List<List<String>> first = new ArrayList<>();
        boolean more = rows.next();
        while (more && first.size() < LOOKED_AT) {
            List<String> cells = cells(rows);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(cells.get(i)));
            }
            first.add(cells);
            more = rows.next();
        }
        line(columns.stream().map(ColumnSpecification::name).toList());
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        line(rule);
        first.forEach(this::line);
        count += first.size();
        while (more) {
            line(cells(rows));
            count++;
            more = rows.next();
        }
        return count;
    }

    private List<String> cells(RowStream rows) throws RunException {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object value = rows.value(i);
            cells.add(value == null ? "" : OneLine.of(cut(CellText.write(value))));
        }
        return cells;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST || width(text) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + CUT;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private void line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(Math.max(0, widths[i] - width(cells.get(i))));
            Type type = columns.get(i).type();
            line.append(i == 0 ? "" : GAP).append(type.isNumeric() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        lines.accept(line.toString().stripTrailing());
    }
}
