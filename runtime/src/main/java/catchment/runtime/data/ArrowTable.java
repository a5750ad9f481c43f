package catchment.runtime.data;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.compiler.model.Type;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.Text;

/** Reads a table from an Arrow file. */
final class ArrowTable {
    private final TableFile file;
    private final FileTable table;

    ArrowTable(TableFile file, FileTable table) {
        this.file = file;
        this.table = table;
    }

    List<Diagnostic> read(RowSink sink) throws IOException {
        Faults faults = new Faults();
        try (BufferAllocator memory = new RootAllocator();
                FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, memory, CommonsCompressionFactory.INSTANCE)) {
            rows(reader, faults, sink);
        }
        return faults.diagnostics(_ -> new Span(file.shown(), Position.START, Position.START));
    }

    private void rows(ArrowFileReader reader, Faults faults, RowSink sink) throws IOException {
        VectorSchemaRoot batch = reader.getVectorSchemaRoot();
        List<String> names = batch.getSchema().getFields().stream().map(Field::getName).toList();
        Header header = Header.of(names, table, file.shown(), 0, faults);
        Type[] types = types(header, names.size());
        RowCheck rows = new RowCheck(table, header, faults, "row", sink);
        Object[] values = new Object[names.size()];
        long number = 0;
        while (reader.loadNextBatch()) {
            for (int i = 0; i < batch.getRowCount(); i++) {
                number++;
                for (int field = 0; field < values.length; field++) {
                    values[field] = types[field] == null
                            ? null
                            : TypedValue.of(types[field], value(batch.getVector(field), i, reader));
                }
                rows.values(number, values);
            }
        }
    }

    /** The type that each of the file's columns should have; null for those that are not wanted. */
    private Type[] types(Header header, int size) {
        Type[] types = new Type[size];
        if (header.patientId() >= 0) {
            types[header.patientId()] = Type.INT;
        }
        for (int i = 0; i < header.columns().length; i++) {
            if (header.columns()[i] >= 0) {
                types[header.columns()[i]] = table.columns().get(i).type();
            }
        }
        return Arrays.copyOf(types, size);
    }

    private static Object value(FieldVector vector, int row, ArrowFileReader reader) throws IOException {
        Object value = plain(vector, row);
        if (value == null || vector.getField().getDictionary() == null) {
            return value;
        }
        Dictionary dictionary = reader.getDictionaryVectors().get(vector.getField().getDictionary().getId());
        return plain(dictionary.getVector(), ((Number) value).intValue());
    }

    /** Arrow's Java classes give unsigned numbers as signed ones, and days as numbers. */
    private static Object plain(ValueVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case UInt1Vector unsigned -> (long) unsigned.getObjectNoOverflow(row);
            case UInt2Vector unsigned -> (long) unsigned.get(row);
            case UInt4Vector unsigned -> unsigned.getObjectNoOverflow(row);
            case UInt8Vector unsigned -> unsigned.getObjectNoOverflow(row);
            case DateDayVector day -> LocalDate.ofEpochDay(day.get(row));
            default -> {
                Object value = vector.getObject(row);
                yield value instanceof Text text ? text.toString() : value;
            }
        };
    }
}
