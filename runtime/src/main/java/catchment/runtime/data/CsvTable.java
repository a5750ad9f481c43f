package catchment.runtime.data;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.runtime.data.Faults.Fault;
import catchment.runtime.data.Faults.Place;
import catchment.runtime.format.FileFormat;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a table from CSV text, gzipped or not. */
final class CsvTable {
    private final TableFile file;
    private final FileTable table;

    CsvTable(TableFile file, FileTable table) {
        this.file = file;
        this.table = table;
    }

    /** Reads all rows; what is wrong comes back. */
    List<Diagnostic> read(RowSink sink) throws IOException {
        Faults faults = new Faults();
        try (QuoteCount text = new QuoteCount(Utf8.reader(open()))) {
            records(text, faults, sink);
        } catch (CharacterCodingException notUtf8) {
            return List.of(encoding());
        }
        if (faults.places().isEmpty()) {
            return List.of();
        }
        try (Reader text = Utf8.reader(open())) {
            return faults.diagnostics(CsvPlaces.of(faults.places(), text, file.shown())::span);
        }
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
        return file.format() == FileFormat.CSV_GZ ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private Diagnostic encoding() throws IOException {
        try (InputStream bytes = open()) {
            Position place = Utf8.firstFault(bytes);
            return Diagnostic.error(DataCode.DUMMY_ENCODING, new Span(file.shown(), place, place), "`" + file.shown() + "` is not UTF-8 text")
                    .hint("save it as \"CSV UTF-8\"");
        }
    }

    private void records(QuoteCount text, Faults faults, RowSink sink) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> next = records.iterator();
            if (!next.hasNext()) {
                faults.add("", Fault.error(DataCode.DUMMY_EMPTY, Place.FILE, "`" + file.shown() + "` is empty", table.ofPatients() ? "a header with at least `patient_id`" : "a header with the names of the columns"));
                return;
            }
            CsvRecord first = next.next();
            if (!next.hasNext() && isUnclosed(first, text, faults)) {
                return;
            }
            Optional<Fault> separator = Separators.fault(first.getFields(), file.shown(), first.getStartingLineNumber());
            if (separator.isPresent()) {
                faults.add("", separator.get());
                return;
            }
            Header header = Header.of(first.getFields(), table, file.shown(), first.getStartingLineNumber(), faults);
            RowCheck rows = new RowCheck(table, header, faults, "line", sink);
            while (next.hasNext()) {
                CsvRecord record = next.next();
                if (!next.hasNext() && isUnclosed(record, text, faults)) {
                    return;
                }
                if (record.getFieldCount() == first.getFieldCount()) {
                    rows.texts(record.getStartingLineNumber(), record.getFields());
                } else {
                    length(record, first.getFieldCount(), faults);
                }
            }
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException cause) {
                throw cause;
            }
            faults.add("", Fault.error(DataCode.DUMMY_FILE, Place.FILE, "`" + file.shown() + "` cannot be read as CSV: " + broken.getMessage()));
        }
    }

    /** Whether the last record runs to the end of the text only because a quote is never closed; then that is its one fault. */
    private boolean isUnclosed(CsvRecord last, QuoteCount read, Faults faults) throws IOException {
        long line = last.getStartingLineNumber();
        if (!read.isOdd()) {
            return false;
        }
        try (Reader text = Utf8.reader(open())) {
            if (!CsvPlaces.endsInQuotes(line, text, file.shown())) {
                return false;
            }
        }
        int field = last.getFieldCount() - 1;
        long opened = line + last.getFields().subList(0, field).stream().mapToLong(CsvTable::lineEnds).sum();
        faults.add("", Fault.error(
                DataCode.DUMMY_QUOTE,
                new Place(line, field),
                "the quote that opens in line " + opened + " is never closed, so everything after it is one value",
                "close it where the value ends, or leave it out"));
        return true;
    }

    private static long lineEnds(String value) {
        return value.replace("\r\n", "\n").chars().filter(character -> character == '\n' || character == '\r').count();
    }

    private void length(CsvRecord record, int expected, Faults faults) {
        if (faults.isFull(DataCode.DUMMY_ROW_LENGTH, "")) {
            faults.count(DataCode.DUMMY_ROW_LENGTH, "");
            return;
        }
        int found = record.getFieldCount();
        String hint = found > expected
                ? "quote a value that holds a comma: `\"a, b\"`"
                : "leave nothing between the commas where a value is missing; each row needs " + (expected - 1) + " commas";
        faults.add("", Fault.error(
                DataCode.DUMMY_ROW_LENGTH,
                new Place(record.getStartingLineNumber(), Math.min(found, expected)),
                "line " + record.getStartingLineNumber() + " has " + values(found) + ", the header " + expected,
                hint));
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }
}
