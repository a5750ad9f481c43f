package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.runtime.RunException;
import catchment.runtime.data.TableFile;
import catchment.runtime.format.FileFormat;
import catchment.runtime.tables.RowStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The files of one output. Each is written beside its place under another name; {@link #commit} puts all of them into place. Without that, closing takes away
 * everything that was made, so nobody ever sees half an output.
 */
public final class OutputFiles implements AutoCloseable {
    private final OutputTarget target;
    private final Path workingDirectory;
    private final Map<String, String> metadata;
    private final Map<Path, Path> written = new LinkedHashMap<>();
    private final Deque<Path> madeFolders = new ArrayDeque<>();

    /**
     * @param target a file or a folder
     * @param workingDirectory what its path is relative to
     */
    public OutputFiles(OutputTarget target, Path workingDirectory) {
        this(target, workingDirectory, Map.of());
    }

    /**
     * @param target a file or a folder
     * @param workingDirectory what its path is relative to
     * @param metadata what an Arrow or Parquet file says of itself, by key; a CSV file says nothing
     */
    public OutputFiles(OutputTarget target, Path workingDirectory, Map<String, String> metadata) {
        this.target = target;
        this.workingDirectory = workingDirectory;
        this.metadata = Map.copyOf(metadata);
    }

    /**
     * Writes a table.
     *
     * @param table its name, which is also its file's name in a folder
     * @return how many rows there were
     * @throws RunException with exit code 15 if it cannot be written
     */
    public long write(String table, List<ColumnSpecification> columns, RowStream rows) throws RunException {
        Path place = place(table);
        Path temporary = begin(place);
        return writeTo(temporary, place, columns, rows);
    }

    /**
     * Writes a text that appears together with the tables.
     *
     * @param file where to
     * @throws RunException with exit code 15 if it cannot be written
     */
    public void write(Path file, String text) throws RunException {
        Path place = workingDirectory.resolve(file).toAbsolutePath().normalize();
        Path temporary = begin(place);
        try {
            Files.writeString(temporary, text);
            force(temporary);
        } catch (IOException fault) {
            throw unwritable(place, fault);
        }
    }

    /**
     * Tries whether files can be made, and leaves nothing behind: what is known before a run need not be told after it.
     *
     * @param files where
     * @param workingDirectory what they are relative to
     * @throws RunException with exit code 15 if one cannot
     */
    public static void tryOut(Collection<Path> files, Path workingDirectory) throws RunException {
        try (OutputFiles none = new OutputFiles(new OutputTarget.Console(), workingDirectory)) {
            for (Path file : files) {
                none.begin(workingDirectory.resolve(file).toAbsolutePath().normalize());
            }
        }
    }

    /** Makes the file that stands in for {@code place} until the end. */
    private Path begin(Path place) throws RunException {
        Path temporary = temporary(place);
        try {
            makeFolders(place.getParent());
            Unwritable.check(place);
            // What keeps a file from being made is known before the rows come, and the same for every format.
            Files.createFile(temporary);
        } catch (IOException fault) {
            throw unwritable(place, fault);
        }
        written.put(place, temporary);
        return temporary;
    }

    /** Writes a file that stands in for {@code place} until the end. */
    long writeTo(Path temporary, Path place, List<ColumnSpecification> columns, RowStream rows) throws RunException {
        try {
            long count = writer().write(temporary, columns, rows);
            force(temporary);
            return count;
        } catch (IOException fault) {
            throw unwritable(place, fault);
        }
    }

    /** Puts all files into place. */
    public void commit() throws RunException {
        List<Path> placed = new ArrayList<>();
        for (Map.Entry<Path, Path> file : written.entrySet()) {
            try {
                Files.move(file.getValue(), file.getKey(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                placed.add(file.getKey());
            } catch (IOException fault) {
                placed.forEach(OutputFiles::remove);
                throw unwritable(file.getKey(), fault);
            }
        }
        written.clear();
        madeFolders.clear();
        placed.stream().map(Path::getParent).distinct().forEach(OutputFiles::forceFolder);
    }

    /** Takes away what was written so far: it is written once more. */
    public void again() {
        written.values().forEach(OutputFiles::remove);
        written.clear();
    }

    /** Takes away what was written and not put into place. */
    @Override
    public void close() {
        again();
        while (!madeFolders.isEmpty()) {
            remove(madeFolders.pop());
        }
    }

    private Path place(String table) {
        Path path = switch (target) {
            case OutputTarget.SingleFile file -> file.path();
            case OutputTarget.Folder folder -> OutputTarget.file(folder, table);
            case OutputTarget.Console _ -> throw new IllegalArgumentException("the console is no file");
        };
        return workingDirectory.resolve(path).toAbsolutePath().normalize();
    }

    private TableWriter writer() {
        FileFormat format = switch (target) {
            case OutputTarget.SingleFile file -> file.format();
            case OutputTarget.Folder folder -> folder.format();
            case OutputTarget.Console _ -> throw new IllegalArgumentException("the console is no file");
        };
        return switch (format) {
            case CSV -> new CsvTableWriter(false);
            case CSV_GZ -> new CsvTableWriter(true);
            case ARROW -> new ArrowTableWriter(metadata);
            case PARQUET -> new ParquetTableWriter(metadata);
        };
    }

    private void makeFolders(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing.addFirst(at);
        }
        for (Path one : missing) {
            Files.createDirectory(one);
            madeFolders.push(one);
        }
    }

    /** A hidden name in the same folder, so that it can be renamed, and so that it tells whose it is should the machine fail. */
    private static Path temporary(Path place) {
        long mark = new Random().nextLong() & 0xffffffffL;
        return place.resolveSibling("." + place.getFileName() + "." + Long.toHexString(mark) + ".part");
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Some systems cannot open a folder; the files themselves are safe.
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // A folder that somebody else has put something into stays.
        }
    }

    private RunException unwritable(Path place, IOException fault) {
        return Unwritable.of(TableFile.shown(place, workingDirectory), fault);
    }
}
