package catchment.runtime.output;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.format.FileFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an output goes. */
public sealed interface OutputTarget {
    /** A table for people, on the console. */
    record Console() implements OutputTarget {}

    /** One file, for one table. */
    record SingleFile(Path path, FileFormat format) implements OutputTarget {}

    /** A folder with one file for each table. */
    record Folder(Path path, FileFormat format) implements OutputTarget {}

    /**
     * What a text on the command line says: {@code out/dataset.csv}, {@code out:arrow} or {@code out/:arrow}.
     *
     * @throws RunException with exit code 2 if it says no format that can be written
     */
    static OutputTarget parse(String text) throws RunException {
        try {
            int colon = text.lastIndexOf(':');
            Optional<FileFormat> ofFolder = colon < 0 ? Optional.empty() : FileFormat.named(text.substring(colon + 1));
            if (ofFolder.isPresent()) {
                return new Folder(Path.of(colon == 0 ? "." : text.substring(0, colon)), ofFolder.get());
            }
            Path path = Path.of(text);
            Path name = path.getFileName();
            Optional<FileFormat> ofFile = name == null ? Optional.empty() : FileFormat.of(name.toString());
            // A name that is nothing but its ending is a slip of the hand, and a hidden file.
            boolean named = ofFile.isPresent() && name.toString().length() > ofFile.get().suffix().length() + 1;
            if (named && !text.endsWith("/")) {
                return new SingleFile(path, ofFile.get());
            }
        } catch (InvalidPathException unusable) {
            throw new RunException(OutputCode.OUTPUT_FORMAT, "`" + text.replace('\0', '?') + "` is not a path");
        }
        String formats = Stream.of(FileFormat.values()).map(format -> "`." + format.suffix() + "`").collect(Collectors.joining(", "));
        throw new RunException(Diagnostic.error(OutputCode.OUTPUT_FORMAT, Span.NONE, "the output `" + text + "` says no format that can be written")
                .hint("a file name that ends in one of " + formats)
                .hint("or a folder and a format, such as `" + (text.isEmpty() ? "outputs" : text.replaceFirst("(/|:[^/]*|\\.[^/.]*)$", "")) + ":csv`"));
    }

    /**
     * What is wrong with writing these tables there: several do not go into one file.
     *
     * @param tables the names of the tables
     */
    default Optional<Diagnostic> fault(Set<String> tables) {
        return switch (this) {
            case Console _, Folder _ -> Optional.empty();
            case SingleFile file when tables.size() > 1 -> {
                Path folder = file.path().getParent();
                String instead = (folder == null ? "." : folder.toString().replace('\\', '/')) + "/:" + file.format().suffix();
                yield Optional.of(Diagnostic.error(
                                OutputCode.OUTPUT_NEEDS_FOLDER,
                                Span.NONE,
                                "one file cannot hold several tables: " + tables.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")))
                        .hint("`--output " + instead + "` writes one file for each"));
            }
            case SingleFile _ -> Optional.empty();
        };
    }

    /**
     * The files that are written for these tables.
     *
     * @param tables the names of the tables
     */
    default List<Path> files(Set<String> tables) {
        return switch (this) {
            case Console _ -> List.of();
            case SingleFile file -> List.of(file.path());
            case Folder folder -> tables.stream().map(table -> file(folder, table)).toList();
        };
    }

    /** The file of a table in a folder. */
    static Path file(Folder folder, String table) {
        return folder.path().resolve(TableDirectory.fileStem(table) + "." + folder.format().suffix());
    }
}
