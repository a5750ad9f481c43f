package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.RunException;
import catchment.runtime.format.CellText;
import catchment.runtime.tables.RowStream;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** CSV as Python's writer has it: a header, commas, CRLF, quotes only where they are needed. */
final class CsvTableWriter implements TableWriter {
    private static final int LEVEL = 6;
    private static final int BUFFER = 1 << 16;

    private final boolean gzipped;

    CsvTableWriter(boolean gzipped) {
        this.gzipped = gzipped;
    }

    @Override
    public long write(Path file, List<ColumnSpecification> columns, RowStream rows) throws IOException, RunException {
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = gzipped ? new Gzip(bytes) : bytes) {
            return write(packed, columns, rows);
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    private static long write(OutputStream bytes, List<ColumnSpecification> columns, RowStream rows) throws IOException, RunException {
        long count = 0;
        String[] cells = columns.stream().map(ColumnSpecification::name).toArray(String[]::new);
        // A record whose first cell begins with the comment character would be quoted; no text can hold this one.
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .commentCharacter('\uffff')
                .bufferSize(BUFFER)
                .build(bytes, StandardCharsets.UTF_8)) {
            csv.writeRecord(cells);
            while (rows.next()) {
                for (int i = 0; i < cells.length; i++) {
                    Object value = rows.value(i);
                    cells[i] = value == null ? "" : CellText.write(value);
                }
                csv.writeRecord(cells);
                count++;
            }
        }
        return count;
    }

    /** Of one level always, so that the same rows give the same bytes. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream bytes) throws IOException {
            super(bytes, BUFFER);
            def.setLevel(LEVEL);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
