package catchment.runtime.data;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.runtime.tables.Table;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.arrow.vector.ipc.InvalidArrowFileException;

/** Reads the table of one data file, whatever its format, and tells every fault in it. */
public final class TableReader {
    private TableReader() {}

    /**
     * Reads a file. The rows that reach the sink are good for something only if no error comes back.
     *
     * @param file where it is
     * @param table what it should hold
     * @param sink takes the rows
     * @return what is wrong with the file, in order of place
     * @throws IOException if the sink throws it
     */
    public static List<Diagnostic> read(TableFile file, FileTable table, RowSink sink) throws IOException {
        try {
            return switch (file.format()) {
                case CSV, CSV_GZ -> new CsvTable(file, table).read(guarded(sink));
                case ARROW -> new ArrowTable(file, table).read(guarded(sink));
                case PARQUET -> new ParquetTable(file, table).read(guarded(sink));
            };
        } catch (SinkException fromSink) {
            throw fromSink.getCause();
        } catch (IOException | InvalidArrowFileException | IllegalArgumentException unreadable) {
            return List.of(unreadable(file, unreadable));
        }
    }

    /**
     * Reads a file into memory.
     *
     * @param told takes what is wrong with the file
     * @return its rows; of no use if an error was told
     */
    public static Table table(TableFile file, FileTable table, Consumer<Diagnostic> told) {
        List<Table.Row> rows = new ArrayList<>();
        try {
            read(file, table, (patientId, values) -> rows.add(new Table.Row(patientId, Arrays.asList(values.clone())))).forEach(told);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return new Table(
                table.columns().stream().map(column -> new Table.Column(column.name(), column.type())).toList(), rows);
    }

    private static Diagnostic unreadable(TableFile file, Exception fault) {
        String why = switch (fault) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            case ZipException _ -> "it is not gzipped, or broken";
            case EOFException _ -> "it ends too early";
            case InvalidArrowFileException _, IllegalArgumentException _ -> "it is not an Arrow file, or broken";
            default -> fault.getMessage();
        };
        return Diagnostic.error(
                DataCode.DUMMY_FILE,
                new Span(file.shown(), Position.START, Position.START),
                "`" + file.shown() + "` cannot be read: " + why);
    }

    private static RowSink guarded(RowSink sink) {
        return (patientId, values) -> {
            try {
                sink.row(patientId, values);
            } catch (IOException fault) {
                throw new SinkException(fault);
            }
        };
    }

    /** Carries a sink's fault past the code that takes faults for the file's. */
    @SuppressWarnings("serial")
    private static final class SinkException extends RuntimeException {
        SinkException(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }
}
