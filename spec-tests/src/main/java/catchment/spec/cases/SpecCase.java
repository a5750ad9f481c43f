package catchment.spec.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case of the specification.
 *
 * @param page the page's id
 * @param title a sentence about behaviour, unique within the page
 * @param shared the page's opening, whose tables the case may use
 * @param blocks its own parts, in order
 */
public record SpecCase(String page, String title, List<Block> shared, List<Block> blocks) {
    public SpecCase {
        shared = List.copyOf(shared);
        blocks = List.copyOf(blocks);
    }

    /** What names the case: {@code frames/ties: a tie over two selected columns goes by name}. */
    public String id() {
        return page + ": " + title;
    }

    /** The statements of the fact sheet that it shows. */
    public List<String> covers() {
        return all(Block.Covers.class).stream().flatMap(covers -> covers.statements().stream()).toList();
    }

    /** The data tables by name: the page's, and in their place the case's own. */
    public List<DataTable> data() {
        Map<String, DataTable> byName = new LinkedHashMap<>();
        for (List<Block> place : List.of(shared, blocks)) {
            for (Block block : place) {
                if (block instanceof Block.Table table && table.isData()) {
                    DataTable data = DataTable.of(table);
                    byName.put(data.name(), data);
                }
            }
        }
        return List.copyOf(byName.values());
    }

    /** The lines of the definition as they are written, with {@code ^} around what is refused. */
    public List<String> definition() {
        return all(Block.Definition.class).stream().flatMap(definition -> definition.lines().stream()).toList();
    }

    /** The files that the definition may read; those of the page too. */
    public List<Block.File> files() {
        List<Block.File> files = new ArrayList<>();
        for (List<Block> place : List.of(shared, blocks)) {
            place.stream().filter(Block.File.class::isInstance).map(Block.File.class::cast).forEach(files::add);
        }
        return files;
    }

    /** True if decimal numbers must be the same to the last bit. */
    public boolean isExact() {
        return !all(Block.Exact.class).isEmpty();
    }

    /** The expected tables, as they are written. */
    public List<Block.Table> expected() {
        return all(Block.Table.class).stream().filter(table -> !table.isData()).toList();
    }

    /** The codes of the expected diagnostics; none for a definition that is only accepted, empty if it is to run. */
    public Optional<List<String>> refused() {
        if (!all(Block.Accepted.class).isEmpty()) {
            return Optional.of(List.of());
        }
        return all(Block.Refused.class).stream().findFirst().map(Block.Refused::codes);
    }

    /** The same case with other codes of expected diagnostics. */
    public SpecCase refusedWith(List<String> codes) {
        return new SpecCase(
                page, title, shared, blocks.stream().map(block -> block instanceof Block.Refused ? new Block.Refused(codes) : block).toList());
    }

    /** The same case with other expected tables, in the place of the first that there is, or at the end. */
    public SpecCase expecting(List<Block.Table> tables) {
        List<Block> others = new ArrayList<>();
        boolean placed = false;
        for (Block block : blocks) {
            boolean old = block instanceof Block.Table table && !table.isData();
            if (!old) {
                others.add(block);
            } else if (!placed) {
                others.addAll(tables);
                placed = true;
            }
        }
        if (!placed) {
            others.addAll(tables);
        }
        return new SpecCase(page, title, shared, others);
    }

    private <B extends Block> List<B> all(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
