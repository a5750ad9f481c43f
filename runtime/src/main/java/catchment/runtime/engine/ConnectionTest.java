package catchment.runtime.engine;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.format.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether a database answers. */
public final class ConnectionTest {
    private ConnectionTest() {}

    /**
     * Connects and asks.
     *
     * @return what is there, in words
     * @throws RunException if it does not answer
     */
    public static String of(DataLocation location) throws RunException {
        return switch (location) {
            case DataLocation.DuckDbFile file -> database(file);
            case DataLocation.Database other -> other(other);
            case DataLocation.TableFolder folder -> folder(folder.path());
        };
    }

    private static String database(DataLocation.DuckDbFile file) throws RunException {
        try (DuckDbEngine engine = DuckDbEngine.reading(file, List.of())) {
            return "a DuckDB database with " + counted(engine.tableCount(), "table");
        }
    }

    private static String other(DataLocation.Database database) throws RunException {
        try (JdbcSession session = Databases.open(database)) {
            return session.version();
        }
    }

    private static String folder(Path folder) throws RunException {
        long tables;
        try (Stream<Path> files = Files.list(folder)) {
            tables = files.filter(Files::isRegularFile).filter(file -> FileFormat.of(file.getFileName().toString()).isPresent()).count();
        } catch (IOException fault) {
            throw new RunException(Diagnostic.error(RunCode.DSN_UNUSABLE, Span.NONE, "the folder that the DSN names cannot be read"));
        }
        if (tables == 0) {
            throw new RunException(Diagnostic.error(RunCode.DSN_UNUSABLE, Span.NONE, "the folder that the DSN names holds no table")
                    .hint("a table is a file `NAME.csv`, `.csv.gz`, `.arrow` or `.parquet`"));
        }
        return "a folder with " + counted(tables, "table");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
