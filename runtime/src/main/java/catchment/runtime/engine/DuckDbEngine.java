package catchment.runtime.engine;

import catchment.compiler.backend.BackendDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableFile;
import catchment.runtime.data.TableReader;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The database in process. It is empty and in memory (and on disk once it needs more than its share of memory) and filled with tables from files or from memory; or
 * it is a file, which is only read.
 */
public final class DuckDbEngine implements AutoCloseable {
    /** Beside it a gigabyte and a half leaves room for the virtual machine and for the writer of Parquet; what needs more goes to disk. */
    private static final String MEMORY_LIMIT = "768MB";
    private static final String PATIENT_ID = "patient_id";

    private final DuckDbSession session;

    private DuckDbEngine(DuckDbSession session) {
        this.session = session;
    }

    /** An empty database. */
    public static DuckDbEngine empty() throws RunException {
        Path temporary = temporaryFolder();
        Properties options = options(Map.of("memory_limit", MEMORY_LIMIT, "temp_directory", temporary.toString()));
        return new DuckDbEngine(open("jdbc:duckdb:", false, options, () -> remove(temporary)));
    }

    /**
     * The database of a file.
     *
     * @param tables what will be read; each becomes a view that gives the types of the model
     * @throws RunException if it cannot be read, or lacks a table or a column
     */
    public static DuckDbEngine reading(DataLocation.DuckDbFile file, List<FileTable> tables) throws RunException {
        Path temporary = temporaryFolder();
        Properties options = options(Map.of("memory_limit", MEMORY_LIMIT, "temp_directory", temporary.toString()));
        file.options().forEach(options::setProperty);
        options.setProperty("duckdb.read_only", "true");
        DuckDbEngine engine = new DuckDbEngine(open("jdbc:duckdb:" + file.path().toAbsolutePath(), true, options, () -> remove(temporary)));
        try {
            new DuckDbViews(engine.session.connection()).make(tables);
            return engine;
        } catch (RunException unusable) {
            engine.close();
            throw unusable;
        }
    }

    /**
     * The files of a folder as the tables of a database, under their names without the suffix, for a backend to be read from.
     *
     * @throws RunException if there is none, or one cannot be read
     */
    public static DuckDbEngine ofFiles(Path folder) throws RunException {
        DuckDbEngine engine = empty();
        try {
            DuckDbFiles.load(engine.session.connection(), folder);
            engine.shutOff();
            return engine;
        } catch (RunException unusable) {
            engine.close();
            throw unusable;
        }
    }

    /**
     * Whether it holds what a backend says of it, and where its tables are.
     *
     * @param names the tables that are looked at
     */
    public MappingCheck.Checked mapping(BackendDefinition backend, Dialect dialect, Collection<String> names, MappingCheck.Depth depth) {
        return new MappingCheck(session.connection(), dialect, depth, UnaryOperator.identity()).of(backend, names);
    }

    private static Properties options(Map<String, String> settings) {
        Properties options = new Properties();
        options.setProperty("jdbc_stream_results", "true");
        // 2.0.0 refuses a comparison of a text with a case that its statistics show to be null everywhere: case(when(imd == 9).then("x")) == "y" if no imd is 9
        options.setProperty("disabled_optimizers", "statistics_propagation");
        settings.forEach(options::setProperty);
        return options;
    }

    private static DuckDbSession open(String url, boolean readOnly, Properties options, Runnable afterwards) throws RunException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(options);
        config.setReadOnly(readOnly);
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("duckdb");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new DuckDbSession(pool, pool.getConnection(), afterwards);
        } catch (SQLException fault) {
            pool.close();
            afterwards.run();
            SQLException cause = fault.getCause() instanceof SQLException inner ? inner : fault;
            throw DatabaseFault.of(cause, "the connection");
        }
    }

    /** The conversation with it. */
    public EngineSession session() {
        return session;
    }

    /**
     * Fills a table from a file.
     *
     * @return what is wrong with the file
     */
    public List<Diagnostic> load(FileTable table, TableFile file) throws RunException {
        try (DuckDbLoader loader = new DuckDbLoader(session.connection(), false, table.name(), columns(table))) {
            return TableReader.read(file, table, (patientId, values) -> append(loader, patientId, values));
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, "the table `" + table.name() + "`");
        } catch (IOException carried) {
            if (carried.getCause() instanceof SQLException fault) {
                throw DatabaseFault.of(fault, "the table `" + table.name() + "`");
            }
            throw new UncheckedIOException(carried);
        }
    }

    /** Fills tables from memory. */
    public void load(List<FileTable> wanted, Tables tables) throws RunException {
        for (FileTable table : wanted) {
            Table rows = tables.table(table.name());
            int[] positions = table.columns().stream().mapToInt(column -> rows.index(column.name()).orElse(-1)).toArray();
            try (DuckDbLoader loader = new DuckDbLoader(session.connection(), false, table.name(), columns(table))) {
                Object[] values = new Object[positions.length];
                for (Table.Row row : rows.rows()) {
                    for (int i = 0; i < positions.length; i++) {
                        values[i] = positions[i] < 0 ? null : row.values().get(positions[i]);
                    }
                    append(loader, row.patientId(), values);
                }
            } catch (SQLException fault) {
                throw DatabaseFault.of(fault, "the table `" + table.name() + "`");
            } catch (IOException carried) {
                throw DatabaseFault.of((SQLException) carried.getCause(), "the table `" + table.name() + "`");
            }
        }
    }

    private static List<SqlProgram.Column> columns(FileTable table) {
        List<SqlProgram.Column> columns = new ArrayList<>();
        columns.add(new SqlProgram.Column(PATIENT_ID, Type.INT));
        for (TableSchema.Column column : table.columns()) {
            columns.add(new SqlProgram.Column(column.name(), column.type()));
        }
        return columns;
    }

    private static void append(DuckDbLoader loader, long patientId, Object[] values) throws IOException {
        try {
            loader.beginRow();
            loader.value(patientId);
            for (Object value : values) {
                loader.value(value);
            }
            loader.endRow();
        } catch (SQLException fault) {
            throw new IOException(fault);
        }
    }

    /** How many tables and views it holds: the smallest question that shows that it answers. */
    long tableCount() throws RunException {
        try (Statement statement = session.connection().createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM information_schema.tables")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, "the connection");
        }
    }

    /** Shuts it off from files and the network, once all tables are there: what is run from now on is made from a definition. */
    public void shutOff() throws RunException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("SET enable_external_access = false");
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, "its settings");
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private static Path temporaryFolder() throws RunException {
        try {
            return Files.createTempDirectory("catchment-duckdb-");
        } catch (IOException fault) {
            throw new RunException(RunCode.DATABASE_ERROR, "no folder for temporary files can be made: " + fault.getMessage());
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            // The system clears its temporary folder.
        }
    }
}
