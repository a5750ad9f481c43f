package catchment.runtime.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.output.OutputFiles;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProvenanceTest {
    private static final Provenance PROVENANCE = new Provenance(
            "0.1.0",
            "generate-dataset",
            "analysis/it's.ehrql",
            List.of("--start", "2024-03-31"),
            new TreeMap<>(Map.of("codes.csv", "ab12", "analysis/it's.ehrql", "cd34")),
            LocalDateTime.of(2024, 4, 1, 0, 0),
            "duckdb",
            Optional.empty(),
            "dummy tables tables",
            new TreeMap<>(Map.of("tables/patients.csv", "ef56")),
            List.of("event_level_data"));
    private static final String LINE =
            "{\"version\":\"0.1.0\",\"command\":\"generate-dataset\",\"definition\":\"analysis/it's.ehrql\",\"arguments\":[\"--start\",\"2024-03-31\"],"
                    + "\"files\":{\"analysis/it's.ehrql\":\"cd34\",\"codes.csv\":\"ab12\"},\"today\":\"2024-04-01T00:00\",\"engine\":\"duckdb\","
                    + "\"backend\":null,\"data\":\"dummy tables tables\",\"data_files\":{\"tables/patients.csv\":\"ef56\"},\"permissions\":[\"event_level_data\"]}";

    @TempDir
    Path folder;

    @Test
    void theLineHoldsWhatTheRunIsMadeOfAndNothingThatDiffersFromRunToRun() {
        assertThat(PROVENANCE.line()).isEqualTo(LINE);
    }

    @Test
    void theDocumentHoldsRowsAndTimesToo() {
        Instant started = Instant.parse("2024-04-01T10:00:00.123456Z");
        assertThat(PROVENANCE.document(new Provenance.Run(started, started.plusMillis(1500), Optional.of(21L), Map.of("dataset", 21L))))
                .contains("\"patients\" : 21")
                .contains("\"rows\" : {\n    \"dataset\" : 21\n  }")
                .contains("\"started\" : \"2024-04-01T10:00:00.123Z\"")
                .contains("\"milliseconds\" : 1500")
                .endsWith("}\n");
    }

    @Test
    void aFilesHashIsThatOfItsBytes() throws Exception {
        Files.write(folder.resolve("codes.csv"), new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a'});
        assertThat(FileHashes.of(Map.of("codes.csv", folder.resolve("codes.csv"))))
                .containsExactly(Map.entry("codes.csv", "1951c7860e968e742658b3af34e60741eb4aaf2a8d2ecc3993727016b12e81e8"));
    }

    @Test
    void arrowCarriesItInItsSchema() throws Exception {
        try (RootAllocator memory = new RootAllocator();
                FileChannel channel = FileChannel.open(write("out.arrow"));
                ArrowFileReader reader = new ArrowFileReader(channel, memory)) {
            assertThat(reader.getVectorSchemaRoot().getSchema().getCustomMetadata()).containsExactly(Map.entry(Provenance.KEY, LINE));
        }
    }

    @Test
    void parquetCarriesItInItsMetadata() throws Exception {
        Path file = write("out.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT decode(value) FROM parquet_kv_metadata('" + file + "') WHERE decode(key) = '" + Provenance.KEY + "'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo(LINE);
        }
    }

    private Path write(String name) throws Exception {
        try (OutputFiles files = new OutputFiles(OutputTarget.parse(name), folder, Map.of(Provenance.KEY, PROVENANCE.line()))) {
            files.write("dataset", List.of(ColumnSpecification.PATIENT_ID), RowStream.of(new ResultTable("dataset", List.of(ColumnSpecification.PATIENT_ID), List.of(List.of(1L)))));
            files.commit();
        }
        return folder.resolve(name);
    }
}
