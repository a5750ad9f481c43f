package catchment.runtime.engine;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder as tables of DuckDB, with the columns and the types that it sees in them. */
final class DuckDbFiles {
    /** How it reads a file, by the end of its name. */
    private static final Map<String, String> READERS = Map.of(".csv", "read_csv", ".csv.gz", "read_csv", ".parquet", "read_parquet");

    private DuckDbFiles() {}

    static void load(Connection connection, Path folder) throws RunException {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new RunException(Diagnostic.error(RunCode.DSN_UNUSABLE, Span.NONE, "the folder that the DSN names holds no table for the backend")
                    .hint("a table is a file `NAME.csv`, `.csv.gz` or `.parquet`"));
        }
        for (Path file : files) {
            String suffix = suffix(file).orElseThrow();
            String name = file.getFileName().toString().substring(0, file.getFileName().toString().length() - suffix.length());
            String text = file.toAbsolutePath().toString().replace("'", "''");
            // read before the engine is shut off from files
            String sql = "CREATE TABLE " + DuckDbNames.quoted(name) + " AS SELECT * FROM " + READERS.get(suffix) + "('" + text + "')";
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException fault) {
                throw DatabaseFault.of(fault, "the file `" + file.getFileName() + "`");
            }
        }
    }

    private static List<Path> files(Path folder) throws RunException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> suffix(file).isPresent()).sorted().toList();
        } catch (IOException unreadable) {
            throw new RunException(Diagnostic.error(RunCode.DSN_UNUSABLE, Span.NONE, "the folder that the DSN names cannot be read"));
        }
    }

    private static Optional<String> suffix(Path file) {
        return READERS.keySet().stream().filter(suffix -> file.getFileName().toString().endsWith(suffix)).findFirst();
    }
}
