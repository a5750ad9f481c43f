package catchment.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.ExitCode;
import catchment.runtime.format.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableDirectoryTest {
    private static final FileTable PATIENTS = new FileTable("patients", true, List.of(), Set.of(), false);
    private static final FileTable EVENTS = new FileTable("clinical events", false, List.of(), Set.of(), false);

    @TempDir
    Path work;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(work.resolve("tables"));
    }

    private void file(String name) throws IOException {
        Files.createFile(work.resolve("tables").resolve(name));
    }

    private TableDirectory find(FileTable... tables) {
        return TableDirectory.find(Path.of("tables"), List.of(tables), work);
    }

    private static void fails(TableDirectory found, DataCode code, String message, String hint) {
        assertThat(found.diagnostics()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.code().exitCode()).isEqualTo(ExitCode.DATA_FILE);
            assertThat(fault.message()).isEqualTo(message);
            assertThat(fault.hints()).containsExactly(hint);
        });
    }

    @Test
    void eachTableHasAFileOfItsName() throws IOException {
        file("patients.csv.gz");
        file("clinical%20events.arrow");
        file("notes.txt");
        TableDirectory found = find(PATIENTS, EVENTS);
        assertThat(found.diagnostics()).isEmpty();
        assertThat(found.files().get(PATIENTS).format()).isEqualTo(FileFormat.CSV_GZ);
        assertThat(found.files().get(EVENTS).shown()).isEqualTo("tables/clinical%20events.arrow");
    }

    @Test
    void aMissingFileIsNamedWithTheOneThatWasProbablyMeant() throws IOException {
        file("patient.csv");
        fails(
                find(PATIENTS),
                DataCode.DUMMY_TABLE_MISSING,
                "`tables` has no file for the table `patients`, which the definition uses",
                "there is `patient.csv`; rename it `patients.csv`");
    }

    @Test
    void aFileIsSuggestedForOneTableOnly() throws IOException {
        file("patient.csv");
        FileTable patience = new FileTable("patience", true, List.of(), Set.of(), false);
        assertThat(find(PATIENTS, patience).diagnostics()).flatExtracting(Diagnostic::hints).filteredOn(hint -> hint.contains("`patient.csv`")).hasSize(1);
    }

    @Test
    void twoFilesForATableAreNamed() throws IOException {
        file("patients.csv");
        file("patients.parquet");
        fails(find(PATIENTS), DataCode.DUMMY_TABLE_TWICE, "`tables` has `patients.csv` and `patients.parquet` for the same table", "keep one of them");
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithTheNearest() {
        TableDirectory found = TableDirectory.find(Path.of("table"), List.of(PATIENTS), work);
        fails(found, DataCode.DUMMY_FOLDER, "there is no folder `table`", "there is `tables`");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithTheNearest() throws IOException {
        file("dataset.csv");
        file("notes.txt");
        fails(
                TableDirectory.findOutput(Path.of("tables/datasets.csv"), List.of(PATIENTS), work),
                DataCode.DUMMY_FILE,
                "there is no file `tables/datasets.csv`",
                "there is `dataset.csv`");
        fails(
                TableDirectory.findOutput(Path.of("tables/datase"), List.of(PATIENTS), work),
                DataCode.DUMMY_FILE,
                "there is no file `tables/datase`",
                "there is `dataset.csv`");
        assertThat(TableDirectory.find(Path.of("gone/dataset.csv"), List.of(PATIENTS, EVENTS), work).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("there is no file `gone/dataset.csv`");
    }

    @Test
    void aSingleFileWillDoForASingleTable() throws IOException {
        file("any.csv");
        TableDirectory found = TableDirectory.find(Path.of("tables/any.csv"), List.of(PATIENTS), work);
        assertThat(found.files().get(PATIENTS).shown()).isEqualTo("tables/any.csv");
        List<Diagnostic> told = TableDirectory.find(Path.of("tables/any.csv"), List.of(PATIENTS, EVENTS), work).diagnostics();
        assertThat(told).extracting(Diagnostic::code).containsExactly(DataCode.DUMMY_FOLDER);
    }
}
