package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a table in one format. */
interface TableWriter {
    /**
     * Writes all rows.
     *
     * @param file where to; it may be there already
     * @return how many rows there were
     * @throws IOException if the file cannot be written
     * @throws RunException if the rows cannot be had, or hold a value that their column was declared not to have
     */
    long write(Path file, List<ColumnSpecification> columns, RowStream rows) throws IOException, RunException;
}
