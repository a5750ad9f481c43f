package catchment.runtime.debug;

import catchment.compiler.definition.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is shown, as a table of texts.
 *
 * @param asked who asked for it
 * @param columns their names
 * @param rows a text for each column; empty for a missing value
 */
public record ShownTable(Shown asked, List<String> columns, List<List<String>> rows) {
    public ShownTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The rows that are asked for, the first and the last; an empty one stands for those that are left out between them. */
    List<Optional<List<String>>> shownRows() {
        long head = asked.head().orElse(0L);
        long tail = asked.tail().orElse(0L);
        boolean all = asked.head().isEmpty() && asked.tail().isEmpty() || rows.size() <= head + tail;
        List<Optional<List<String>>> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (all || i < head || i >= rows.size() - tail) {
                shown.add(Optional.of(rows.get(i)));
            } else if (i == head) {
                shown.add(Optional.empty());
            }
        }
        return shown;
    }
}
