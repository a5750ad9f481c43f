package catchment.dialects.spi;

import java.util.List;
import java.util.Map;

/**
 * Where the tables of a definition are in a database. A table that is not in the mapping is read under its own name, as it is.
 *
 * @param tables by their name in the definition
 */
public record TableMapping(Map<String, MappedTable> tables) {
    /** Every table is read under its own name. */
    public static final TableMapping NONE = new TableMapping(Map.of());

    public TableMapping {
        tables = Map.copyOf(tables);
    }

    /**
     * Where a table is.
     *
     * @param place the parts of its identifier, the outermost first, not quoted yet
     * @param columns by their name in the definition, {@code patient_id} among them
     */
    public record MappedTable(List<String> place, Map<String, MappedColumn> columns) {
        public MappedTable {
            place = List.copyOf(place);
            columns = Map.copyOf(columns);
        }
    }

    /**
     * Where a column is.
     *
     * @param name its name in the database
     * @param cast true if its type is not the one that the dialect has for its values, so that they are cast
     */
    public record MappedColumn(String name, boolean cast) {}
}
