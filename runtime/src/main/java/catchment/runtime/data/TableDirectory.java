package catchment.runtime.data;

import catchment.compiler.eval.FileKind;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.format.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with one file for each table, named after it: {@code patients.csv}. Other files are not looked at. A single file will do where one table is wanted.
 *
 * @param files the file of each table that has one
 * @param diagnostics what is wrong
 */
public record TableDirectory(Map<FileTable, TableFile> files, List<Diagnostic> diagnostics) {
    public TableDirectory {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        diagnostics = List.copyOf(diagnostics);
    }

    /** The file name of a table, without its format: the name, with what may not be in a file name as {@code %20}. */
    public static String fileStem(String table) {
        return URLEncoder.encode(table, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /**
     * Looks for the files of these tables.
     *
     * @param folder the folder, or a single file
     * @param workingDirectory what paths are relative to
     */
    public static TableDirectory find(Path folder, List<FileTable> tables, Path workingDirectory) {
        return find(folder, tables, workingDirectory, false);
    }

    /**
     * Looks for the files of a finished output: of one table a file is expected, of several a folder.
     *
     * @param output the file or folder
     * @param workingDirectory what paths are relative to
     */
    public static TableDirectory findOutput(Path output, List<FileTable> tables, Path workingDirectory) {
        return find(output, tables, workingDirectory, tables.size() == 1);
    }

    private static TableDirectory find(Path folder, List<FileTable> tables, Path workingDirectory, boolean fileExpected) {
        Path path = workingDirectory.resolve(folder);
        String shown = TableFile.shown(folder, workingDirectory);
        if (Files.isRegularFile(path)) {
            return singleFile(path, shown, tables);
        }
        Optional<String> strange = FileKind.of(path) == FileKind.FOLDER ? Optional.empty() : FileKind.strange(path);
        if (strange.isPresent()) {
            return new TableDirectory(Map.of(), List.of(strange(shown, strange.get(), fileExpected ? "a file" : "a folder")));
        }
        if (!Files.isDirectory(path)) {
            boolean isFile = fileExpected || FileFormat.of(shown).isPresent();
            return new TableDirectory(Map.of(), List.of(missing(path, shown, isFile)));
        }
        Map<FileTable, TableFile> files = new LinkedHashMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, String> spare = spareFiles(path, tables);
        for (FileTable table : tables) {
            List<FileFormat> formats = Stream.of(FileFormat.values())
                    .filter(format -> Files.exists(path.resolve(fileStem(table.name()) + "." + format.suffix())))
                    .toList();
            switch (formats.size()) {
                case 0 -> diagnostics.add(missing(shown, table, spare));
                case 1 -> {
                    TableFile file = file(path, shown, table, formats.getFirst());
                    FileKind.strange(file.path())
                            .ifPresentOrElse(what -> diagnostics.add(strange(file.shown(), what, "a file")), () -> files.put(table, file));
                }
                default -> diagnostics.add(twice(shown, table, formats));
            }
        }
        return new TableDirectory(files, diagnostics);
    }

    private static Diagnostic strange(String shown, String what, String wanted) {
        return Diagnostic.error(DataCode.DUMMY_FILE, Span.NONE, "`" + shown + "` " + what + ", and " + wanted + " is wanted");
    }

    private static TableFile file(Path folder, String shown, FileTable table, FileFormat format) {
        String name = fileStem(table.name()) + "." + format.suffix();
        return new TableFile(folder.resolve(name), shown.isEmpty() ? name : shown + "/" + name, format);
    }

    private static TableDirectory singleFile(Path path, String shown, List<FileTable> tables) {
        Optional<FileFormat> format = FileFormat.of(path.getFileName().toString());
        if (format.isEmpty()) {
            return new TableDirectory(Map.of(), List.of(unknownFormat(shown, Span.NONE)));
        }
        if (tables.size() != 1) {
            String names = tables.stream().map(table -> "`" + table.name() + "`").collect(Collectors.joining(", "));
            return new TableDirectory(
                    Map.of(),
                    List.of(Diagnostic.error(DataCode.DUMMY_FOLDER, Span.NONE, "`" + shown + "` is one file, and several tables are wanted: " + names)
                            .hint("give a folder with a file for each")));
        }
        return new TableDirectory(Map.of(tables.getFirst(), new TableFile(path, shown, format.get())), List.of());
    }

    static Diagnostic unknownFormat(String shown, Span span) {
        return Diagnostic.error(DataCode.DUMMY_FORMAT, span, "the name of `" + shown + "` says no format that can be read")
                .hint("a name that ends in `.csv`, `.csv.gz`, `.arrow` or `.parquet`");
    }

    private static Diagnostic missing(Path path, String shown, boolean isFile) {
        Diagnostic missing = isFile
                ? Diagnostic.error(DataCode.DUMMY_FILE, Span.NONE, "there is no file `" + shown + "`")
                : Diagnostic.error(DataCode.DUMMY_FOLDER, Span.NONE, "there is no folder `" + shown + "`");
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return missing;
        }
        List<String> others = names(parent, other -> isFile ? FileFormat.of(other.toString()).isPresent() : Files.isDirectory(other));
        return NearNames.of(path.getFileName().toString(), others).stream().findFirst()
                .map(near -> missing.hint("there is `" + near + "`"))
                .orElse(missing);
    }

    /** Files that are of none of the tables, by their names without the format: one of them may be that of a table without a file. */
    private static Map<String, String> spareFiles(Path folder, List<FileTable> tables) {
        Map<String, String> spare = new LinkedHashMap<>();
        names(folder, Files::isRegularFile).forEach(name -> FileFormat.of(name).ifPresent(format -> spare.putIfAbsent(format.stem(name), name)));
        tables.forEach(table -> spare.remove(fileStem(table.name())));
        return spare;
    }

    /** @param spare files that may be meant; one that is suggested is taken from them, as it can be meant for one table only */
    private static Diagnostic missing(String shown, FileTable table, Map<String, String> spare) {
        String stem = fileStem(table.name());
        Diagnostic missing = Diagnostic.error(
                DataCode.DUMMY_TABLE_MISSING,
                Span.NONE,
                "`" + (shown.isEmpty() ? "." : shown) + "` has no file for the table `" + table.name() + "`, which the definition uses");
        Optional<String> near = NearNames.of(stem, spare.keySet()).stream().findFirst();
        if (near.isEmpty()) {
            return missing.hint("add `" + stem + ".csv`, with a header alone if the table should be empty");
        }
        String name = spare.remove(near.get());
        return missing.hint("there is `" + name + "`; rename it `" + stem + name.substring(near.get().length()) + "`");
    }

    private static Diagnostic twice(String shown, FileTable table, List<FileFormat> formats) {
        String names = formats.stream().map(format -> "`" + fileStem(table.name()) + "." + format.suffix() + "`").collect(Collectors.joining(" and "));
        return Diagnostic.error(
                        DataCode.DUMMY_TABLE_TWICE, Span.NONE, "`" + (shown.isEmpty() ? "." : shown) + "` has " + names + " for the same table")
                .hint("keep one of them");
    }

    private static List<String> names(Path folder, Predicate<Path> kind) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(kind).map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
