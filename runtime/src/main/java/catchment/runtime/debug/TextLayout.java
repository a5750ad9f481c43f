package catchment.runtime.debug;

import catchment.runtime.output.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A table for a terminal: columns side by side, cut to the width of the screen. */
public final class TextLayout {
    private static final String GAP = " | ";
    private static final String CROSSING = "-+-";
    private static final String MORE = "…";

    private TextLayout() {}

    /**
     * The lines of a table.
     *
     * @param width how many characters fit into a line; empty for any number. Columns that do not fit are left out, and named below
     */
    public static List<String> lines(ShownTable table, OptionalInt width) {
        List<List<String>> all = new ArrayList<>();
        all.add(table.columns().stream().map(OneLine::of).toList());
        for (Optional<List<String>> row : table.shownRows()) {
            all.add(row.map(cells -> cells.stream().map(OneLine::of).toList()).orElseGet(() -> table.columns().stream().map(_ -> "...").toList()));
        }
        int[] widths = new int[table.columns().size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        int fitting = fitting(widths, width.orElse(Integer.MAX_VALUE));
        boolean cut = fitting < widths.length;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(line(all.get(i), widths, fitting, cut));
            if (i == 0) {
                lines.add(rule(widths, fitting, cut));
            }
        }
        if (cut) {
            lines.add("and " + String.join(", ", all.getFirst().subList(fitting, widths.length)));
        }
        return width.isPresent() ? lines.stream().map(line -> shortened(line, width.getAsInt())).toList() : lines;
    }

    /** How many columns fit, with room for the sign that there are more; at least one. */
    private static int fitting(int[] widths, int width) {
        long used = 0;
        for (int i = 0; i < widths.length; i++) {
            used += widths[i] + (i == 0 ? 0 : GAP.length());
            int more = i + 1 < widths.length ? GAP.length() + MORE.length() : 0;
            if (used + more > width) {
                return Math.max(1, i);
            }
        }
        return widths.length;
    }

    private static String line(List<String> cells, int[] widths, int fitting, boolean cut) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fitting; i++) {
            line.append(i == 0 ? "" : GAP).append(cells.get(i)).repeat(" ", widths[i] - length(cells.get(i)));
        }
        return (cut ? line.append(GAP).append(MORE) : line).toString().stripTrailing();
    }

    private static String rule(int[] widths, int fitting, boolean cut) {
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < fitting; i++) {
            rule.append(i == 0 ? "" : CROSSING).repeat("-", widths[i]);
        }
        return (cut ? rule.append(CROSSING).append("-") : rule).toString();
    }

    private static String shortened(String line, int width) {
        return length(line) <= width ? line : line.substring(0, line.offsetByCodePoints(0, Math.max(0, width - 1))) + MORE;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
