package catchment.runtime.data;

import static catchment.runtime.data.DataCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.model.Constraint;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.runtime.format.FileFormat;
import catchment.runtime.tables.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableReaderTest {
    private static final String FILE = "dummy_tables/patients.csv";

    private static final FileTable PATIENTS = table(
            true,
            column("date_of_birth", Type.DATE, new Constraint.FirstOfMonth(), new Constraint.NotNull()),
            column("sex", Type.STR, new Constraint.Categorical(List.of("female", "male", "intersex", "unknown"))));

    private static final FileTable EVENTS = table(
            false,
            column("code", Type.SNOMEDCT_CODE),
            column("value", Type.FLOAT),
            column("number", Type.INT, new Constraint.ClosedRange(0, 100, 1)),
            column("flag", Type.BOOL),
            column("note", Type.STR, new Constraint.Regex("E[0-9]{3}")),
            column("date", Type.DATE, new Constraint.GeneralRange(Optional.of(LocalDate.of(1900, 1, 1)), Optional.empty(), true, true)));

    @TempDir
    Path folder;

    private final List<Diagnostic> told = new ArrayList<>();

    private static TableSchema.Column column(String name, Type type, Constraint... constraints) {
        return new TableSchema.Column(name, type, List.of(constraints), List.of());
    }

    private static FileTable table(boolean onePerPatient, TableSchema.Column... columns) {
        Set<String> known = Arrays.stream(columns).map(TableSchema.Column::name).collect(Collectors.toSet());
        known.add("date_of_death");
        return new FileTable(onePerPatient ? "patients" : "events", onePerPatient, List.of(columns), known, false);
    }

    private Table read(FileTable table, byte[] bytes) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        return TableReader.table(new TableFile(file, FILE, FileFormat.CSV), table, told::add);
    }

    private Table read(FileTable table, String text) throws IOException {
        return read(table, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a text in which the wrong place stands between two {@code ^}, and gives what is said of it. */
    private Diagnostic onlyFault(FileTable table, DataCode code, String marked) throws IOException {
        int start = marked.indexOf('^');
        int end = marked.indexOf('^', start + 1) - 1;
        String text = marked.replace("^", "");
        read(table, text);
        assertThat(told).extracting(Diagnostic::code).containsExactly(code);
        assertThat(told.getFirst().span()).isEqualTo(new SourceText(FILE, text).span(start, end));
        return told.getFirst();
    }

    @Test
    void readsValuesOfEveryTypeAndOnlyTheColumnsThatAreWanted() throws IOException {
        Table read = read(EVENTS, "\ufeffother,date,note,flag,number,value,code,patient_id\nx,2020-01-31,E123,T, 7 ,1_0.5,195967001,12\n\n,,,,,,,13\n");
        assertThat(told).extracting(Diagnostic::code).containsExactly(DUMMY_COLUMN_EXTRA);
        assertThat(read.rows())
                .containsExactly(
                        new Table.Row(12, List.of("195967001", 10.5, 7L, true, "E123", LocalDate.of(2020, 1, 31))),
                        new Table.Row(13, Arrays.asList(null, null, null, null, null, null)));
    }

    @Test
    void aDateThatIsNotIsoIsNamedWithTheOneThatWasProbablyMeant() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_DATE, "patient_id,date_of_birth,sex\n1,^01/07/1980^,female\n");
        assertThat(fault.message()).isEqualTo("line 2, column `date_of_birth`: `01/07/1980` is not YYYY-MM-DD");
        assertThat(fault.hints()).containsExactly("`1980-07-01` if day comes first");
        assertThat(fault.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aValueOutsideItsCategoriesIsNamedWithTheNearest() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_CATEGORY, "patient_id,date_of_birth,sex\n1,1980-07-01,^F^\n");
        assertThat(fault.message()).isEqualTo("line 2, column `sex`: `F` is not a value of `patients.sex` (`female`, `male`, `intersex`, `unknown`)");
        assertThat(fault.fixes()).singleElement().satisfies(fix -> assertThat(fix.replacement()).isEqualTo("female"));
    }

    @Test
    void aDayThatRealDataNeverHasIsAWarning() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_CONSTRAINT, "patient_id,date_of_birth,sex\n1,^1980-07-15^,female\n");
        assertThat(fault.severity()).isEqualTo(Severity.WARNING);
        assertThat(fault.fixes()).singleElement().satisfies(fix -> assertThat(fix.replacement()).isEqualTo("1980-07-01"));
    }

    @Test
    void aMissingColumnIsAWarningAtTheOneThatStandsInItsPlace() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_COLUMN_MISSING, "patient_id,date_of_birth,^gender^\n1,1980-07-01,female\n");
        assertThat(fault.severity()).isEqualTo(Severity.WARNING);
        assertThat(fault.message()).isEqualTo("`" + FILE + "` has no column `sex`, which the definition uses: it will be missing for everyone");
        assertThat(fault.hints()).containsExactly("the file has `gender`; rename it");
    }

    @Test
    void aMissingColumnThatIsNeverEmptyInRealDataIsAnError() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_COLUMN_MISSING, "patient_id,^DateOfBirth^,sex\n1,1980-07-01,female\n");
        assertThat(fault.severity()).isEqualTo(Severity.ERROR);
        assertThat(fault.fixes()).singleElement().satisfies(fix -> assertThat(fix.replacement()).isEqualTo("date_of_birth"));
    }

    @Test
    void aTableNeedsPatients() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_PATIENT_ID, "^PatientID^,date_of_birth,sex\n1,1980-07-01,female\n");
        assertThat(fault.hints()).containsExactly("the file has `PatientID`; rename it");
    }

    @Test
    void aPatientMayHaveOneRowOfATableThatHasOnePerPatient() throws IOException {
        Diagnostic fault = onlyFault(PATIENTS, DUMMY_PATIENT_ID, "patient_id,date_of_birth,sex\n1,1980-07-01,female\n^1^,1980-07-01,male\n");
        assertThat(fault.message()).isEqualTo("line 3, column `patient_id`: `1` is there already, and `patients` has one row per patient");
        told.clear();
        read(EVENTS, "patient_id,code,value,number,flag,note,date\n1,,,,,,\n1,,,,,,\n");
        assertThat(told).isEmpty();
    }

    @Test
    void aPatientIsAWholeNumber() throws IOException {
        onlyFault(PATIENTS, DUMMY_PATIENT_ID, "patient_id,date_of_birth,sex\n^a1^,1980-07-01,female\n");
        told.clear();
        onlyFault(PATIENTS, DUMMY_PATIENT_ID, "patient_id,date_of_birth,sex\n^^,1980-07-01,female\n");
    }

    @Test
    void numbersAndTruthsAreChecked() throws IOException {
        String header = "patient_id,code,value,number,flag,note,date\n";
        assertThat(onlyFault(EVENTS, DUMMY_NUMBER, header + "1,,^nan^,,,,\n").message()).isEqualTo("line 2, column `value`: `nan` is no decimal number");
        told.clear();
        assertThat(onlyFault(EVENTS, DUMMY_NUMBER, header + "1,,,^\"1,000\"^,,,\n").hints()).containsExactly("`1000`");
        told.clear();
        assertThat(onlyFault(EVENTS, DUMMY_NUMBER, header + "1,,,^12.0^,,,\n").hints()).containsExactly("`12`");
        told.clear();
        assertThat(onlyFault(EVENTS, DUMMY_BOOLEAN, header + "1,,,,^true^,,\n").hints()).containsExactly("`T`");
        told.clear();
        onlyFault(EVENTS, DUMMY_CONSTRAINT, header + "1,,,^101^,,,\n");
        told.clear();
        onlyFault(EVENTS, DUMMY_CONSTRAINT, header + "1,,,,,^x^,\n");
        told.clear();
        onlyFault(EVENTS, DUMMY_CONSTRAINT, header + "1,,,,,,^1899-12-31^\n");
        told.clear();
        assertThat(onlyFault(EVENTS, DUMMY_CODE, header + "1,^0123^,,,,,\n").severity()).isEqualTo(Severity.WARNING);
        told.clear();
        onlyFault(EVENTS, DUMMY_CHARACTER, header + "1,,,,,^E123\0^,\n");
    }

    @Test
    void besideCodesAValueThatIsNoneFillsARowUnlessItWasSpoilt() throws IOException {
        String header = "patient_id,code,value,number,flag,note,date\n";
        read(EVENTS, header + "1,N69,,,,,\n2,195967001,,,,,\n");
        assertThat(told).isEmpty();
        onlyFault(EVENTS, DUMMY_CODE, header + "2,195967001,,,,,\n1,^1.95967E+08^,,,,,\n");
    }

    @Test
    void placesAreThoseOfTheTextWhateverComesBefore() throws IOException {
        onlyFault(
                EVENTS,
                DUMMY_DATE,
                "\"patient_id\",code,value,number,flag,note,date\r\n1,,,,,\"E123\r\n,\"\"\ud83d\ude00\",\r\n\r\n\r\n2,,,,,\"E123 \ud83d\ude00,\n\n\t\u00e9\",^\"2020-02-30\"^\r\n");
    }

    @Test
    void aRowOfAnotherLengthThanTheHeaderIsNamed() throws IOException {
        onlyFault(PATIENTS, DUMMY_ROW_LENGTH, "patient_id,date_of_birth,sex\n1,1980-07-01,female,^x^,y\n");
        told.clear();
        onlyFault(PATIENTS, DUMMY_ROW_LENGTH, "patient_id,date_of_birth,sex\n1,1980-07-01^^\n");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedWhereItOpened() throws IOException {
        onlyFault(PATIENTS, DUMMY_QUOTE, "patient_id,date_of_birth,sex\n0,1980-07-01,male\n1,^\"^male,1980-01-01\n2,1980-07-01,male\n");
        told.clear();
        onlyFault(PATIENTS, DUMMY_QUOTE, "patient_id,date_of_birth,sex\n1,1980-07-01,^\"^male");
        told.clear();
        onlyFault(PATIENTS, DUMMY_QUOTE, "patient_id,^\"^date_of_birth,sex\n1,1980-07-01,male\n");
        told.clear();
        onlyFault(EVENTS, DUMMY_QUOTE, "patient_id,note,code,value,number,flag,date\n1,\"a\n\"\"b\",^\"^E123,,,,\n");
        assertThat(told).extracting(Diagnostic::message)
                .containsExactly("the quote that opens in line 3 is never closed, so everything after it is one value");
    }

    @Test
    void aQuoteWithinAValueIsPartOfIt() throws IOException {
        assertThat(read(EVENTS, "patient_id,note,code,value,number,flag,date\n1,a\"b,,,,,\n").rows()).hasSize(1);
    }

    @Test
    void everyFaultOfAFileIsToldAtOnceTheFirstFiveOfAKindInAColumnWithTheirPlaces() throws IOException {
        StringBuilder text = new StringBuilder("patient_id,date_of_birth,sex\n");
        for (int i = 0; i < 1005; i++) {
            text.append(i).append(",x,F\n");
        }
        read(PATIENTS, text.toString());
        assertThat(told).hasSize(10);
        assertThat(told.getLast().span()).isEqualTo(Span.of(FILE, 6, 5, 6));
        assertThat(told).flatExtracting(Diagnostic::hints).contains("1,000 more like this in column `date_of_birth`", "1,000 more like this in column `sex`");
    }

    @Test
    void valuesSeparatedBySomethingElseThanCommasAreOneFault() throws IOException {
        onlyFault(PATIENTS, DUMMY_SEPARATOR, "^patient_id;date_of_birth;sex^\n1;1980-07-01;male\n2;1980-08-01\n");
        told.clear();
        onlyFault(EVENTS, DUMMY_SEPARATOR, "^patient_id\tcode\tdate^\n1\t123456789\t2020-01-01\n");
        told.clear();
        onlyFault(EVENTS, DUMMY_SEPARATOR, "^pid|code^\n1|123456789\n");
    }

    @Test
    void aHeaderOfOneColumnIsNoFault() throws IOException {
        assertThat(read(table(true), "patient_id\n1\n").rows()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aColumnIsSuggestedForOneMissingColumnOnly() throws IOException {
        FileTable events = table(false, column("i", Type.INT), column("f", Type.FLOAT));
        read(events, "pid,i\n1,2\n");
        assertThat(told).extracting(Diagnostic::code).containsExactlyInAnyOrder(DUMMY_PATIENT_ID, DUMMY_COLUMN_MISSING);
        assertThat(told).flatExtracting(Diagnostic::hints).filteredOn(hint -> hint.contains("`pid`")).hasSize(1);
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        read(PATIENTS, "");
        assertThat(told).extracting(Diagnostic::code).containsExactly(DUMMY_EMPTY);
    }

    @Test
    void aHeaderAloneIsAnEmptyTable() throws IOException {
        assertThat(read(PATIENTS, "patient_id,date_of_birth,sex").rows()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void textInAnotherEncodingIsNamedAtItsFirstByte() throws IOException {
        read(PATIENTS, "patient_id,date_of_birth,sex\n1,1980-07-01,m\u00e4le\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(DUMMY_ENCODING);
            assertThat(fault.span()).isEqualTo(Span.of(FILE, 2, 15, 15));
        });
        told.clear();
        read(PATIENTS, "patient_id,date_of_birth,sex\n".getBytes(StandardCharsets.UTF_16));
        assertThat(told).extracting(Diagnostic::code).containsExactly(DUMMY_ENCODING);
    }

    @Test
    void aFileOfAnotherFormatThanItsNameSaysIsNamed() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "patient_id\n1\n");
        for (FileFormat format : List.of(FileFormat.CSV_GZ, FileFormat.ARROW, FileFormat.PARQUET)) {
            told.clear();
            TableReader.table(new TableFile(file, FILE, format), PATIENTS, told::add);
            assertThat(told).as(format.name()).extracting(Diagnostic::code).containsExactly(DUMMY_FILE);
        }
    }

    @Test
    void aGzippedFileThatEndsTooEarlyIsNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("patient_id,date_of_birth,sex\n1,1980-07-01,female\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("file");
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
        TableReader.table(new TableFile(file, FILE, FileFormat.CSV_GZ), PATIENTS, told::add);
        assertThat(told).extracting(Diagnostic::code).contains(DUMMY_FILE);
    }

    @Test
    void aHeaderTwiceIsNamed() throws IOException {
        onlyFault(PATIENTS, DUMMY_COLUMN_TWICE, "patient_id,date_of_birth,sex,^sex^\n1,1980-07-01,male,male\n");
    }
}
