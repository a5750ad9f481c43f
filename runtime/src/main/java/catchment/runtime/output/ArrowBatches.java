package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;

/** The rows of a table as batches of Arrow vectors, one after the other in the same memory. */
final class ArrowBatches implements AutoCloseable {
    /** Rows in a batch; the last may have fewer. */
    private static final int SIZE = 64_000;

    private final List<ArrowColumn> columns = new ArrayList<>();
    private final MapDictionaryProvider dictionaries = new MapDictionaryProvider();
    private final VectorSchemaRoot batch;
    private final RowStream rows;
    private long count;

    ArrowBatches(List<ColumnSpecification> specifications, RowStream rows, BufferAllocator memory, Map<String, String> metadata) {
        this.rows = rows;
        List<FieldVector> vectors = new ArrayList<>();
        for (int i = 0; i < specifications.size(); i++) {
            ArrowColumn column = new ArrowColumn(specifications.get(i), i, memory);
            column.dictionary().ifPresent(dictionaries::put);
            columns.add(column);
            vectors.add(column.vector());
        }
        this.batch = new VectorSchemaRoot(new Schema(vectors.stream().map(FieldVector::getField).toList(), metadata), vectors, 0);
    }

    VectorSchemaRoot batch() {
        return batch;
    }

    MapDictionaryProvider dictionaries() {
        return dictionaries;
    }

    /** How many rows there have been. */
    long count() {
        return count;
    }

    /** Fills the batch with the next rows; false if there are none. */
    boolean next() throws RunException {
        batch.clear();
        batch.allocateNew();
        int filled = 0;
        while (filled < SIZE && rows.next()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).set(filled, rows.value(i));
            }
            filled++;
        }
        batch.setRowCount(filled);
        count += filled;
        return filled > 0;
    }

    @Override
    public void close() {
        batch.close();
        columns.forEach(ArrowColumn::close);
    }
}
