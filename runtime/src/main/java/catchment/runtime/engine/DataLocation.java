package catchment.runtime.engine;

import catchment.compiler.eval.FileKind;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.spi.JdbcAccess;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the records are, as a DSN says it. */
public sealed interface DataLocation {
    /**
     * A DuckDB database in a file, which is only read.
     *
     * @param options settings of the database by name
     */
    record DuckDbFile(Path path, Map<String, String> options) implements DataLocation {
        public DuckDbFile {
            options = Map.copyOf(options);
        }
    }

    /**
     * A database that is reached over JDBC.
     *
     * @param dialect what it speaks
     * @param settings how it is reached; they hold secrets
     */
    record Database(Dialect dialect, JdbcAccess.Settings settings) implements DataLocation {
        /** Nothing of the settings. */
        @Override
        public String toString() {
            return dialect.name() + "://…";
        }
    }

    /** A folder with a file for each table. */
    record TableFolder(Path path) implements DataLocation {}

    /**
     * What a DSN says: {@code duckdb:///data/records.duckdb}, the path of a DuckDB file, or a folder of tables.
     *
     * @param workingDirectory what paths are relative to
     * @throws RunException with exit code 2 if nothing can be read there; the DSN itself is not in the message, as it may hold a password
     */
    static DataLocation parse(String dsn, Path workingDirectory) throws RunException {
        return Dsn.parse(dsn, workingDirectory);
    }

    /** The reading of a DSN. */
    final class Dsn {
        private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
        private static final List<String> OPTIONS = List.of("memory_limit", "threads", "temp_directory");
        private static final byte[] DUCKDB_MARK = {'D', 'U', 'C', 'K'};
        private static final int MARK_OFFSET = 8;

        private Dsn() {}

        private static DataLocation parse(String dsn, Path workingDirectory) throws RunException {
            Matcher url = URL.matcher(dsn.strip());
            if (url.matches()) {
                String scheme = url.group(1).toLowerCase(Locale.ROOT);
                if (scheme.equals("duckdb")) {
                    return duckDb(url.group(2), workingDirectory);
                }
                return database(scheme, dsn, workingDirectory);
            }
            Path path = path(dsn.strip(), workingDirectory);
            if (Files.isDirectory(path)) {
                return new TableFolder(path);
            }
            return new DuckDbFile(database(path), Map.of());
        }

        private static Database database(String scheme, String dsn, Path workingDirectory) throws RunException {
            Dialect dialect = Dialects.all().stream()
                    .filter(one -> one.jdbc().map(access -> access.schemes().contains(scheme)).orElse(false))
                    .findFirst()
                    .orElseThrow(() -> unusable("`" + scheme + "` is no kind of database that is known", "a DSN begins with `" + String.join("://`, `", schemes()) + "://`"));
            try {
                catchment.dialects.spi.Dsn parts = catchment.dialects.spi.Dsn.parse(dsn, workingDirectory)
                        .orElseThrow(() -> unusable("the DSN cannot be read", "`SCHEME://USER:PASSWORD@SERVER:PORT/DATABASE`; in a password, signs are written as `%` and two digits"));
                return new Database(dialect, dialect.jdbc().orElseThrow().settings(parts));
            } catch (IllegalArgumentException wrong) {
                throw new RunException(Diagnostic.error(RunCode.DSN_UNUSABLE, Span.NONE, wrong.getMessage()));
            }
        }

        /** Ours of each engine. */
        private static List<String> schemes() {
            List<String> schemes = new ArrayList<>(List.of("duckdb"));
            Dialects.all().forEach(dialect -> dialect.jdbc().ifPresent(access -> schemes.add(access.schemes().getFirst())));
            return schemes;
        }

        private static DataLocation duckDb(String rest, Path workingDirectory) throws RunException {
            int question = rest.indexOf('?');
            String location = question < 0 ? rest : rest.substring(0, question);
            Map<String, String> options = new LinkedHashMap<>();
            if (question >= 0) {
                for (String option : rest.substring(question + 1).split("&")) {
                    String[] parts = option.split("=", 2);
                    if (parts.length < 2 || !OPTIONS.contains(parts[0])) {
                        throw unusable("the DSN has an option that DuckDB is not given", "the options are `" + String.join("`, `", OPTIONS) + "`");
                    }
                    options.put(parts[0], decoded(parts[1]));
                }
            }
            Path path = path(decoded(location), workingDirectory);
            if (Files.isDirectory(path)) {
                return new TableFolder(path);
            }
            return new DuckDbFile(database(path), options);
        }

        private static String decoded(String text) throws RunException {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException broken) {
                throw unusable("the DSN has a `%` that is not followed by two hexadecimal digits", "`%25` for the sign itself");
            }
        }

        private static Path path(String text, Path workingDirectory) throws RunException {
            try {
                return workingDirectory.resolve(text);
            } catch (InvalidPathException broken) {
                throw unusable("the DSN is no path", "a DSN that begins with `duckdb://`, a DuckDB file, or a folder of tables");
            }
        }

        private static Path database(Path path) throws RunException {
            Optional<String> strange = FileKind.strange(path);
            if (strange.isPresent()) {
                throw unusable("what the DSN names " + strange.get() + ", not a database", "a DuckDB file, or a folder of tables");
            }
            try (InputStream bytes = Files.newInputStream(path)) {
                byte[] start = bytes.readNBytes(MARK_OFFSET + DUCKDB_MARK.length);
                if (start.length > MARK_OFFSET && Arrays.equals(DUCKDB_MARK, Arrays.copyOfRange(start, MARK_OFFSET, start.length))) {
                    return path;
                }
            } catch (IOException missing) {
                throw unusable("there is no database or folder at the place that the DSN names", "a DSN that begins with `duckdb://`, a DuckDB file, or a folder of tables");
            }
            throw unusable("the file that the DSN names is not a DuckDB database", "a DuckDB file, or a folder of tables");
        }

        private static RunException unusable(String message, String hint) {
            return new RunException(Diagnostic.error(RunCode.DSN_UNUSABLE, Span.NONE, message).hint(hint));
        }
    }
}
