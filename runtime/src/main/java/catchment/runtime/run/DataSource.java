package catchment.runtime.run;

import catchment.compiler.backend.BackendDefinition;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;

/** Where the data of a run comes from. */
public sealed interface DataSource {
    /** Real records: a database, or a folder of tables. */
    record Records(DataLocation location) implements DataSource {}

    /** Real records in tables that are laid out as a backend says. */
    record Backed(DataLocation location, BackendDefinition backend) implements DataSource {}

    /** A finished output, which is checked and written again in the format that is asked for; a folder where there are event tables. */
    record DummyDataFile(Path path) implements DataSource {}

    /** A folder with a file for each table. */
    record DummyTables(Path folder) implements DataSource {}

    /** Tables that have been made up, in memory. */
    record MadeUp(Tables tables) implements DataSource {}
}
