package catchment.dialects.spi;

import catchment.compiler.backend.BackendDefinition;
import catchment.compiler.backend.BackendTable;
import catchment.compiler.model.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the tables of a definition are in a database. A table that is not in the mapping is read under its own name, as it is.
 *
 * @param tables by their name in the definition
 * @param madeColumns columns with one text that every table has which the program makes, by name
 * @param ofBackend whether the database is laid out by a backend, so that names of ours may meet names that its queries use
 */
public record TableMapping(Map<String, MappedTable> tables, Map<String, String> madeColumns, boolean ofBackend) {
    /** Every table is read under its own name. */
    public static final TableMapping NONE = new TableMapping(Map.of());

    public TableMapping {
        tables = Map.copyOf(tables);
        madeColumns = Map.copyOf(madeColumns);
    }

    /** A mapping without a backend. */
    public TableMapping(Map<String, MappedTable> tables) {
        this(tables, Map.of(), false);
    }

    /** Whether a column must be cast before it has the type that the dialect has for its values. */
    @FunctionalInterface
    public interface Casts {
        /** What is known without a database: numbers and dates may be of another width than ours; keys, codes and texts stay as they are, so that an index serves. */
        Casts UNSEEN = (table, column) -> switch (table.type(column)) {
            case INT, FLOAT, DATE -> !column.equals(BackendTable.PATIENT_ID);
            case BOOL, STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> false;
        };

        /** Whether the column is cast. */
        boolean needed(BackendTable table, String column);
    }

    /** Where a backend has its tables. */
    public static TableMapping of(BackendDefinition backend, Casts casts) {
        Map<String, MappedTable> tables = new LinkedHashMap<>();
        backend.tables().forEach((name, table) -> {
            Map<String, MappedColumn> columns = new LinkedHashMap<>();
            table.columns().forEach((column, where) ->
                    columns.put(column, new MappedColumn(where.name(), table.type(column), casts.needed(table, column), where.missing())));
            tables.put(name, new MappedTable(table.source(), columns));
        });
        return new TableMapping(tables, backend.madeColumns(), true);
    }

    /**
     * Where a table is.
     *
     * @param source what it is read from
     * @param columns by their name in the definition, {@code patient_id} among them
     */
    public record MappedTable(BackendTable.Source source, Map<String, MappedColumn> columns) {
        public MappedTable {
            columns = Map.copyOf(columns);
        }

        /**
         * A table of the database.
         *
         * @param place the parts of its identifier, the outermost first, not quoted yet
         */
        public MappedTable(List<String> place, Map<String, MappedColumn> columns) {
            this(new BackendTable.Source.Physical(place), columns);
        }
    }

    /**
     * Where a column is.
     *
     * @param name its name in the database
     * @param type what its values have
     * @param cast true if its type is not the one that the dialect has for its values, so that they are cast
     * @param missing values that stand for a missing one, of the Java class that {@link Type} says
     */
    public record MappedColumn(String name, Type type, boolean cast, List<Object> missing) {
        public MappedColumn {
            missing = List.copyOf(missing);
        }
    }
}
