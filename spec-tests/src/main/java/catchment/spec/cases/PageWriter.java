package catchment.spec.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a page in its one layout: a blank line between blocks, the columns of tables in line. */
public final class PageWriter {
    private PageWriter() {}

    /** The whole text of the page's file. */
    public static String write(SpecPage page) {
        StringBuilder text = new StringBuilder("# " + page.title() + "\n");
        append(text, page.opening());
        for (SpecCase one : page.cases()) {
            text.append("\n## ").append(one.title()).append('\n');
            append(text, one.blocks());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<Block> blocks) {
        for (Block block : blocks) {
            if (!(block instanceof Block.Covers || block instanceof Block.Exact)) {
                text.append('\n');
            }
            write(block).forEach(line -> text.append(line).append('\n'));
        }
    }

    /** The lines of a block. */
    public static List<String> write(Block block) {
        return switch (block) {
            case Block.Prose prose -> prose.lines();
            case Block.Covers covers -> List.of(PageReader.COVERS + String.join(", ", covers.statements()) + PageReader.COVERS_END);
            case Block.Definition definition ->
                    definition.lines().stream().map(line -> line.isEmpty() ? "" : PageReader.INDENT + line).toList();
            case Block.File file -> {
                List<String> lines = new ArrayList<>();
                lines.add(PageReader.FENCE + file.kind() + " " + file.name());
                lines.addAll(file.lines());
                lines.add(PageReader.FENCE);
                yield lines;
            }
            case Block.Refused refused -> List.of(
                    PageReader.REFUSED + String.join(", ", refused.codes().stream().map(code -> "`" + code + "`").toList()));
            case Block.Exact _ -> List.of(PageReader.EXACT);
            case Block.Accepted _ -> List.of(PageReader.ACCEPTED);
            case Block.Table table -> table(table);
        };
    }

    private static List<String> table(Block.Table table) {
        int columns = table.header().size();
        int[] widths = new int[columns];
        Arrays.fill(widths, 1);
        List<List<String>> all = new ArrayList<>();
        all.add(table.header());
        all.addAll(table.rows());
        for (List<String> row : all) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < columns; i++) {
                line.append(' ').append(row.get(i)).repeat(' ', widths[i] - width(row.get(i))).append(" |");
            }
            lines.add(line.toString());
            if (lines.size() == 1) {
                StringBuilder rule = new StringBuilder("|");
                for (int width : widths) {
                    rule.repeat('-', width + 2).append('|');
                }
                lines.add(rule.toString());
            }
        }
        return lines;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
