package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.duckdb.DuckDBConnection;

/**
 * Parquet, compressed with zstd, of the types that the Arrow output has. The database in process writes it, whatever the engine, and takes Arrow batches as they are
 * made: one thread, so that the same rows give the same bytes.
 */
final class ParquetTableWriter implements TableWriter {
    private static final String ROWS = "rows_of_output";

    private final Map<String, String> metadata;

    /**
     * @param metadata what the file says besides
     */
    ParquetTableWriter(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    @Override
    public long write(Path file, List<ColumnSpecification> columns, RowStream rows) throws IOException, RunException {
        Properties options = new Properties();
        options.setProperty("threads", "1");
        options.setProperty("memory_limit", "256MB");
        try (BufferAllocator memory = new RootAllocator();
                ArrowBatches batches = new ArrowBatches(columns, rows, memory, Map.of());
                Batches reader = new Batches(memory, batches);
                ArrowArrayStream stream = ArrowArrayStream.allocateNew(memory);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:", options);
                Statement statement = connection.createStatement()) {
            Data.exportArrayStream(memory, reader, stream);
            connection.unwrap(DuckDBConnection.class).registerArrowStream(ROWS, stream);
            try {
                statement.execute("COPY (FROM " + ROWS + ") TO " + quoted(file.toString()) + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false" + keyValues() + ")");
            } catch (SQLException fault) {
                if (reader.fault.isPresent()) {
                    throw reader.fault.get();
                }
                throw new IOException(fault.getMessage(), fault);
            }
            if (reader.fault.isPresent()) {
                throw reader.fault.get();
            }
            return batches.count();
        } catch (SQLException fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    private String keyValues() {
        return metadata.isEmpty()
                ? ""
                : metadata.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", ", KV_METADATA {", "}"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Batches as the database asks for them. Where the rows cannot go on they end, and the fault is kept: told of it, the database may wait for ever. */
    private static final class Batches extends ArrowReader {
        private final ArrowBatches batches;
        private Optional<RunException> fault = Optional.empty();

        Batches(BufferAllocator memory, ArrowBatches batches) {
            super(memory);
            this.batches = batches;
        }

        @Override
        public VectorSchemaRoot getVectorSchemaRoot() {
            return batches.batch();
        }

        @Override
        public Map<Long, Dictionary> getDictionaryVectors() {
            Map<Long, Dictionary> found = new HashMap<>();
            batches.dictionaries().getDictionaryIds().forEach(id -> found.put(id, batches.dictionaries().lookup(id)));
            return found;
        }

        @Override
        public Dictionary lookup(long id) {
            return batches.dictionaries().lookup(id);
        }

        @Override
        public Set<Long> getDictionaryIds() {
            return batches.dictionaries().getDictionaryIds();
        }

        @Override
        public boolean loadNextBatch() {
            try {
                return batches.next();
            } catch (RunException stopped) {
                fault = Optional.of(stopped);
                return false;
            }
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        protected void closeReadSource() {}

        @Override
        protected Schema readSchema() {
            return batches.batch().getSchema();
        }
    }
}
