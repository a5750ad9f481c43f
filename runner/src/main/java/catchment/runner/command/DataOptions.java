package catchment.runner.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the data comes from: a database, else a finished output, else tables, else data that is made from the definition. */
final class DataOptions {
    @Option(
            names = "--dsn",
            paramLabel = "DSN",
            description = "The database: scheme://user:password@host:port/database, a DuckDB file, or a folder of tables. By default DATABASE_URL.")
    Optional<String> dsn = Optional.empty();

    @Option(
            names = "--dummy-data-file",
            paramLabel = "FILE",
            description = "Takes a finished output: it is checked against the definition, and nothing is computed.")
    Optional<Path> dummyDataFile = Optional.empty();

    @Option(
            names = "--dummy-tables",
            paramLabel = "DIR",
            description = "Takes input tables: a folder with one file for each table, .csv, .csv.gz, .arrow or .parquet.")
    Optional<Path> dummyTables = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Starts the making of dummy data: the same seed and day give the same data.")
    Optional<Long> seed = Optional.empty();

    Optional<String> dsn(Session session) {
        return dsn.or(() -> session.terminal().variable("DATABASE_URL"));
    }
}
