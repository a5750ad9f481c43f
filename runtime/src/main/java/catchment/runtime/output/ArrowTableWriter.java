package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;

/** Arrow's file format, compressed with zstd. */
final class ArrowTableWriter implements TableWriter {
    private final Map<String, String> metadata;

    /**
     * @param metadata what the schema says besides
     */
    ArrowTableWriter(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    @Override
    public long write(Path file, List<ColumnSpecification> columns, RowStream rows) throws IOException, RunException {
        try (BufferAllocator memory = new RootAllocator();
                ArrowBatches batches = new ArrowBatches(columns, rows, memory, metadata);
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                ArrowFileWriter writer = new ArrowFileWriter(
                        batches.batch(),
                        batches.dictionaries(),
                        channel,
                        Map.of(),
                        IpcOption.DEFAULT,
                        CommonsCompressionFactory.INSTANCE,
                        CodecType.ZSTD)) {
            writer.start();
            while (batches.next()) {
                writer.writeBatch();
            }
            writer.end();
            return batches.count();
        }
    }
}
