package catchment.runtime.tables;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables that a definition reads, by the name that the model has for them. Inline tables are not among them: their rows come with the definition.
 *
 * @param byName in alphabetical order; a table that is not there has no rows
 */
public record Tables(SortedMap<String, Table> byName) {
    /** No tables at all. */
    public static final Tables NONE = new Tables(Map.of());

    private static final Table EMPTY = new Table(List.of(), List.of());

    public Tables {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** These tables. */
    public Tables(Map<String, Table> tables) {
        this(new TreeMap<>(tables));
    }

    /** How many patients have a row in any table. */
    public long patients() {
        return byName.values().stream().flatMap(table -> table.rows().stream()).mapToLong(Table.Row::patientId).distinct().count();
    }

    /** The table of that name; one without columns and rows if there is none. */
    public Table table(String name) {
        return byName.getOrDefault(name, EMPTY);
    }
}
