package catchment.runtime.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.ColumnSpecification.Range;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableFile;
import catchment.runtime.data.TableReader;
import catchment.runtime.format.FileFormat;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Table;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutputFilesTest {
    private static final List<ColumnSpecification> COLUMNS = List.of(
            ColumnSpecification.PATIENT_ID,
            column("truth", Type.BOOL),
            column("whole", Type.INT),
            new ColumnSpecification("count", Type.INT, true, Optional.empty(), Optional.of(new Range(0, 65_535))),
            new ColumnSpecification("change", Type.INT, true, Optional.empty(), Optional.of(new Range(-200, 200))),
            column("decimal", Type.FLOAT),
            column("text", Type.STR),
            new ColumnSpecification("sex", Type.STR, true, Optional.of(List.of("female", "männlich, \"x\"")), Optional.empty()),
            column("date", Type.DATE));

    private static final List<List<Object>> ROWS = List.of(
            Arrays.asList(-3L, true, Long.MIN_VALUE, 0L, -200L, 0.1, "a\"b,c;d\\e\r\nf", "female", LocalDate.of(1, 1, 1)),
            Arrays.asList(1L, false, Long.MAX_VALUE, 65_535L, 200L, -1e-7, "=1+1", "männlich, \"x\"", LocalDate.of(1582, 10, 10)),
            Arrays.asList(2L, null, null, null, null, null, null, null, null),
            Arrays.asList(7L, true, 0L, 1L, 0L, 1e300, "#\ud83d\ude00 \u00e9\t'", null, LocalDate.of(9999, 12, 31)));

    @TempDir
    Path folder;

    private static ColumnSpecification column(String name, Type type) {
        return new ColumnSpecification(name, type, true, Optional.empty(), Optional.empty());
    }

    private static RowStream rows(List<List<Object>> rows) {
        return RowStream.of(new ResultTable("dataset", COLUMNS, rows));
    }

    private Path write(String name, List<List<Object>> rows) throws RunException {
        OutputTarget target = OutputTarget.parse(name);
        try (OutputFiles files = new OutputFiles(target, folder)) {
            files.write("dataset", COLUMNS, rows(rows));
            files.commit();
        }
        return folder.resolve(name);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void whatIsWrittenIsReadAgain(FileFormat format) throws Exception {
        Path file = write("out." + format.suffix(), ROWS);
        List<Diagnostic> told = new ArrayList<>();
        Table table = TableReader.table(new TableFile(file, file.getFileName().toString(), format), FileTable.output("dataset", true, COLUMNS), told::add);
        assertThat(told).isEmpty();
        List<List<Object>> read = table.rows().stream()
                .map(row -> Stream.<Object>concat(Stream.of(row.patientId()), row.values().stream()).toList())
                .map(row -> (List<Object>) new ArrayList<>(row))
                .toList();
        assertThat(read).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void theSameRowsGiveTheSameBytesWhereverTheyGo(FileFormat format) throws Exception {
        List<List<Object>> many = new ArrayList<>();
        for (long i = 0; i < 130_000; i++) {
            many.add(Arrays.asList(i, i % 3 == 0, i * 7919, i % 65_536, i % 200, i / 8.0, "text " + i % 1000, i % 5 == 0 ? null : "female", LocalDate.ofEpochDay(i % 20_000)));
        }
        byte[] one = Files.readAllBytes(write("one." + format.suffix(), many));
        byte[] other = Files.readAllBytes(write("a/b/another." + format.suffix(), many));
        assertThat(one).isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aTableWithoutRowsStillHasItsColumns(FileFormat format) throws Exception {
        Path file = write("none." + format.suffix(), List.of());
        List<Diagnostic> told = new ArrayList<>();
        Table table = TableReader.table(new TableFile(file, "none", format), FileTable.output("dataset", true, COLUMNS), told::add);
        assertThat(told).isEmpty();
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void arrowIsAsNarrowAsTheRangesAllow() throws Exception {
        try (BufferAllocator memory = new RootAllocator();
                FileChannel channel = FileChannel.open(write("out.arrow", ROWS));
                ArrowFileReader reader = new ArrowFileReader(channel, memory, CommonsCompressionFactory.INSTANCE)) {
            List<Field> fields = reader.getVectorSchemaRoot().getSchema().getFields();
            assertThat(fields.stream().map(field -> field.getName() + " " + field.getType()))
                    .containsExactly(
                            "patient_id Int(64, true)", "truth Bool", "whole Int(64, true)", "count Int(16, false)", "change Int(16, true)",
                            "decimal FloatingPoint(DOUBLE)", "text Utf8", "sex Int(8, true)", "date Date(DAY)");
            assertThat(fields.stream().filter(field -> !field.isNullable()).map(Field::getName)).containsExactly("patient_id");
            assertThat(fields.get(7).getDictionary().isOrdered()).isTrue();
            reader.loadNextBatch();
            assertThat(reader.lookup(fields.get(7).getDictionary().getId()).getVector().getValueCount()).isEqualTo(2);
        }
    }

    @Test
    void parquetHasTheTypesThatArrowHas() throws Exception {
        Path file = write("out.parquet", ROWS);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("DESCRIBE FROM '" + file + "'")) {
            List<String> types = new ArrayList<>();
            while (columns.next()) {
                types.add(columns.getString(1) + " " + columns.getString(2));
            }
            assertThat(types)
                    .containsExactly(
                            "patient_id BIGINT", "truth BOOLEAN", "whole BIGINT", "count USMALLINT", "change SMALLINT", "decimal DOUBLE", "text VARCHAR",
                            "sex VARCHAR", "date DATE");
        }
    }

    @Test
    void csvIsAsPythonWritesIt() throws Exception {
        assertThat(Files.readString(write("out.csv", ROWS), StandardCharsets.UTF_8))
                .isEqualTo("patient_id,truth,whole,count,change,decimal,text,sex,date\r\n"
                        + "-3,T,-9223372036854775808,0,-200,0.1,\"a\"\"b,c;d\\e\r\nf\",female,0001-01-01\r\n"
                        + "1,F,9223372036854775807,65535,200,-1e-07,=1+1,\"männlich, \"\"x\"\"\",1582-10-10\r\n"
                        + "2,,,,,,,,\r\n"
                        + "7,T,0,1,0,1e+300,#\ud83d\ude00 \u00e9\t',,9999-12-31\r\n");
    }

    @Test
    void aFolderHoldsAFileForEachTable() throws Exception {
        try (OutputFiles files = new OutputFiles(OutputTarget.parse("made/for/it/:csv.gz"), folder)) {
            files.write("dataset", COLUMNS, rows(ROWS));
            files.write("my events", COLUMNS, rows(ROWS));
            files.commit();
        }
        assertThat(files()).containsExactly("made", "made/for", "made/for/it", "made/for/it/dataset.csv.gz", "made/for/it/my%20events.csv.gz");
    }

    @Test
    void nothingIsLeftOfAnOutputThatIsNotCommitted() throws Exception {
        Files.writeString(folder.resolve("kept.csv"), "before");
        try (OutputFiles files = new OutputFiles(OutputTarget.parse("made/:csv"), folder)) {
            files.write("dataset", COLUMNS, rows(ROWS));
            assertThat(files()).hasSize(3);
        }
        try (OutputFiles files = new OutputFiles(OutputTarget.parse("kept.csv"), folder)) {
            files.write("dataset", COLUMNS, rows(ROWS));
        }
        assertThat(files()).containsExactly("kept.csv");
        assertThat(folder.resolve("kept.csv")).hasContent("before");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void rowsThatStopComingLeaveNothing(FileFormat format) throws Exception {
        RowStream breaking = new RowStream() {
            private int row;

            @Override
            public boolean next() throws RunException {
                if (row++ == 100_000) {
                    throw new RunException(OutputCode.OUTPUT_CATEGORY, "broken off");
                }
                return true;
            }

            @Override
            public Object value(int column) {
                return column == 0 ? (Object) (long) row : null;
            }

            @Override
            public void close() {}
        };
        try (OutputFiles files = new OutputFiles(OutputTarget.parse("out." + format.suffix()), folder)) {
            assertThatThrownBy(() -> files.write("dataset", COLUMNS, breaking)).isInstanceOf(RunException.class).hasMessage("broken off");
        }
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = FileFormat.class, names = {"ARROW", "PARQUET"})
    void aValueThatItsColumnWasDeclaredNotToHaveIsNamedByColumnAlone(FileFormat format) throws Exception {
        List<Object> high = Arrays.asList(4711L, true, 1L, 65_536L, 1L, 1.0, "", "female", null);
        assertThatThrownBy(() -> write("out." + format.suffix(), List.of(high)))
                .isInstanceOf(RunException.class)
                .hasMessage("column `count` holds a number outside 0 to 65535, the range declared for it");
        List<Object> other = Arrays.asList(4711L, true, 1L, 5L, 1L, 1.0, "", "unknown", null);
        assertThatThrownBy(() -> write("out." + format.suffix(), List.of(other)))
                .isInstanceOf(RunException.class)
                .hasMessage("column `sex` holds a text that is none of the 2 values declared for it");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aFullDiskIsOneClearMessage(FileFormat format) throws Exception {
        // Every write to /dev/full fails for want of space; the writers take it as any file.
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        OutputFiles files = new OutputFiles(OutputTarget.parse("out." + format.suffix()), folder);
        assertThatThrownBy(() -> files.writeTo(full, folder.resolve("out." + format.suffix()), COLUMNS, rows(ROWS)))
                .isInstanceOf(RunException.class)
                .hasMessage("`out." + format.suffix() + "` cannot be written: no space is left there");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        Files.createDirectory(folder.resolve("taken.csv"));
        assertThatThrownBy(() -> write("file/out.csv", ROWS)).hasMessage("`file/out.csv` cannot be written: a part of its path is a file, not a folder");
        assertThatThrownBy(() -> write("file/deeper/out.csv", ROWS)).hasMessageStartingWith("`file/deeper/out.csv` cannot be written: ");
        assertThatThrownBy(() -> write("taken.csv", ROWS)).hasMessage("`taken.csv` cannot be written: a folder of that name is in its place");
        assertThat(files()).containsExactly("file", "taken.csv");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aFolderThatTakesNoFilesIsSaidInWordsWhateverTheFormat(FileFormat format) {
        // Nothing can be made there, by nobody; elsewhere than on Linux there is no such folder at all.
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")));
        assertThatThrownBy(() -> write("/proc/x." + format.suffix(), ROWS))
                .hasMessage("`/proc/x." + format.suffix() + "` cannot be written: nothing can be made in that folder");
        assertThatThrownBy(() -> write("/proc/new/x." + format.suffix(), ROWS))
                .hasMessage("`/proc/new/x." + format.suffix() + "` cannot be written: nothing can be made in that folder");
    }

    @Test
    void theSystemsOwnTextsAreNotPassedOn() {
        assertThat(why(new FileSystemException("/x/.out.csv.1.part", null, "Read-only file system"))).isEqualTo("its file system is read-only");
        assertThat(why(new IOException("IO Error: Cannot open file \"/x/.out.1.part\": Read-only file system"))).isEqualTo("its file system is read-only");
        assertThat(why(new FileSystemException("/x/.out.csv.1.part", null, "File name too long"))).isEqualTo("its name is too long");
        assertThat(why(new AccessDeniedException("/x/.out.csv.1.part"))).isEqualTo("there is no right to write there");
        assertThat(why(new IOException("IO Error: Cannot do it to \"/x/.out.1.part\""))).isEqualTo("the system refused it");
    }

    private static String why(IOException fault) {
        return Unwritable.of("out.csv", fault).getMessage().replace("`out.csv` cannot be written: ", "");
    }
}
