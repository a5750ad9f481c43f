package catchment.runtime.engine;

import catchment.dialects.spi.StagedTable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a database that runs have made. */
final class StagedTables {
    private final Connection connection;

    StagedTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Finds them.
     *
     * @param schema where: a schema, or a catalog and a schema; empty for everywhere that the connection sees
     */
    List<Janitor.Table> in(List<String> schema) throws SQLException {
        DatabaseMetaData description = connection.getMetaData();
        String escape = description.getSearchStringEscape();
        String catalog = schema.size() > 1 ? schema.getFirst() : connection.getCatalog();
        String within = schema.isEmpty() ? null : schema.getLast().replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
        List<Janitor.Table> found = new ArrayList<>();
        try (ResultSet tables = description.getTables(catalog, within, StagedTable.PREFIX.replace("_", escape + "_") + "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                Optional<String> ofCatalog = schema.size() > 1 ? Optional.ofNullable(tables.getString("TABLE_CAT")) : Optional.empty();
                Optional<String> ofSchema = Optional.ofNullable(tables.getString("TABLE_SCHEM"));
                List<String> place = Stream.of(ofCatalog, ofSchema, Optional.of(name)).flatMap(Optional::stream).toList();
                StagedTable.named(name).ifPresent(staged -> found.add(new Janitor.Table(staged, name, place)));
            }
        }
        return found;
    }
}
