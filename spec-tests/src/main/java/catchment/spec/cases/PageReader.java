package catchment.spec.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the text of a page. */
public final class PageReader {
    static final String COVERS = "<!-- covers ";
    static final String COVERS_END = " -->";
    static final String EXACT = "<!-- exact -->";
    static final String REFUSED = "Refused: ";
    static final String ACCEPTED = "Accepted.";
    static final String FENCE = "```";
    static final String INDENT = "    ";

    private final Deque<String> lines;

    private PageReader(String text) {
        this.lines = new ArrayDeque<>(text.lines().toList());
    }

    /**
     * The page.
     *
     * @param topic the folder that it lies in
     * @param name its file's name without the ending
     * @throws IllegalArgumentException if the text is not written as the package says
     */
    public static SpecPage read(String topic, String name, String text) {
        return new PageReader(text).page(topic, name);
    }

    private SpecPage page(String topic, String name) {
        String heading = lines.removeFirst();
        if (!heading.startsWith("# ")) {
            throw new IllegalArgumentException(topic + "/" + name + " does not begin with a heading");
        }
        List<Block> opening = blocks();
        List<SpecCase> cases = new ArrayList<>();
        while (!lines.isEmpty()) {
            String title = lines.removeFirst().substring(3).strip();
            cases.add(new SpecCase(topic + "/" + name, title, opening, blocks()));
        }
        return new SpecPage(topic, name, heading.substring(2).strip(), opening, cases);
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        while (!lines.isEmpty() && !lines.peekFirst().startsWith("## ")) {
            String line = lines.peekFirst();
            if (line.isBlank()) {
                lines.removeFirst();
            } else {
                blocks.add(block(line));
            }
        }
        return blocks;
    }

    private Block block(String first) {
        if (first.startsWith(COVERS)) {
            String line = lines.removeFirst().strip();
            return new Block.Covers(List.of(line.substring(COVERS.length(), line.length() - COVERS_END.length()).split(", ")));
        }
        if (first.startsWith(REFUSED)) {
            String codes = lines.removeFirst().strip().substring(REFUSED.length());
            return new Block.Refused(List.of(codes.replace("`", "").split(", ")));
        }
        if (first.equals(EXACT)) {
            lines.removeFirst();
            return new Block.Exact();
        }
        if (first.equals(ACCEPTED)) {
            lines.removeFirst();
            return new Block.Accepted();
        }
        if (first.startsWith(FENCE)) {
            return file();
        }
        if (first.startsWith(INDENT)) {
            return definition();
        }
        return first.startsWith("|") ? table() : prose();
    }

    private Block.File file() {
        String[] opening = lines.removeFirst().substring(FENCE.length()).split(" ", 2);
        if (opening.length != 2) {
            throw new IllegalArgumentException("a fenced block names its kind and its file: " + String.join(" ", opening));
        }
        List<String> content = new ArrayList<>();
        while (!lines.peekFirst().equals(FENCE)) {
            content.add(lines.removeFirst());
        }
        lines.removeFirst();
        return new Block.File(opening[0], opening[1], content);
    }

    private Block.Definition definition() {
        List<String> code = new ArrayList<>();
        int blank = 0;
        while (!lines.isEmpty() && (lines.peekFirst().startsWith(INDENT) || lines.peekFirst().isBlank())) {
            String line = lines.removeFirst();
            blank = line.isBlank() ? blank + 1 : 0;
            code.add(line.isBlank() ? "" : line.substring(INDENT.length()));
        }
        return new Block.Definition(code.subList(0, code.size() - blank));
    }

    private Block.Table table() {
        List<List<String>> rows = new ArrayList<>();
        while (!lines.isEmpty() && lines.peekFirst().startsWith("|")) {
            List<String> cells = Cells.cut(lines.removeFirst());
            if (!cells.stream().allMatch(cell -> cell.matches("-+"))) {
                rows.add(cells);
            }
        }
        List<String> header = rows.removeFirst();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row with " + row.size() + " cells under a header with " + header.size() + ": " + row);
            }
        }
        return new Block.Table(header, rows);
    }

    private Block.Prose prose() {
        List<String> paragraph = new ArrayList<>();
        while (!lines.isEmpty() && !lines.peekFirst().isBlank() && !lines.peekFirst().startsWith("|")) {
            paragraph.add(lines.removeFirst());
        }
        return new Block.Prose(paragraph);
    }
}
