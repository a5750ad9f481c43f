package catchment.spec.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
final class Repository {
    static final List<String> MODULES = List.of("grammar", "compiler", "dialects", "runtime", "runner", "spec-tests");

    private Repository() {}

    /** Its root: the folder that holds the launcher. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("catchment"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The Java files of the modules' {@code src/main} and, if wanted, {@code src/test}. */
    static List<Path> javaFiles(String... kinds) {
        return MODULES.stream()
                .flatMap(module -> Stream.of(kinds).map(kind -> root().resolve(module).resolve("src").resolve(kind)))
                .filter(Files::isDirectory)
                .flatMap(folder -> filesIn(folder).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** All files below a folder. */
    static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
