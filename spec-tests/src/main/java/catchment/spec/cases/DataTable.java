package catchment.spec.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of data as a case declares it.
 *
 * @param name what the definition calls it
 * @param kind how it comes to be
 * @param columns in order, without the patient's number
 * @param rows the cells as they are written; the patient's number first
 */
public record DataTable(String name, Kind kind, List<Column> columns, List<List<String>> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** How a table comes to be. */
    public sealed interface Kind {
        /** Declared by the case, at most one row per patient. */
        record One() implements Kind {}

        /** Declared by the case, any number of rows per patient. */
        record Many() implements Kind {}

        /**
         * A standard table; columns that the case leaves out are null.
         *
         * @param module such as {@code ehrql.tables.core}
         */
        record Standard(String module) implements Kind {}
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type as the language calls it; empty for a column of a standard table, whose type is known
     */
    public record Column(String name, Optional<String> type) {}

    /**
     * Reads the header of a table.
     *
     * @throws IllegalArgumentException if the header is not written as the package says
     */
    static DataTable of(Block.Table table) {
        String head = table.header().getFirst();
        int bracket = head.indexOf(" (");
        if (bracket < 0 || table.header().size() < 2 || !table.header().get(1).equals("patient_id")) {
            throw new IllegalArgumentException("a table of data begins with its name, its kind in brackets, and patient_id: " + table.header());
        }
        String kind = head.substring(bracket + 2, head.length() - 1);
        List<Column> columns = new ArrayList<>();
        for (String cell : table.header().subList(2, table.header().size())) {
            String[] parts = cell.split(": ", 2);
            columns.add(new Column(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty()));
        }
        return new DataTable(
                head.substring(0, bracket),
                switch (kind) {
                    case "one" -> new Kind.One();
                    case "many" -> new Kind.Many();
                    default -> new Kind.Standard(kind);
                },
                columns,
                table.rows().stream().map(row -> row.subList(1, row.size())).toList());
    }
}
