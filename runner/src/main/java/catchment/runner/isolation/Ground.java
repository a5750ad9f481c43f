package catchment.runner.isolation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A study in a folder of its own, with something outside that it must not reach, and with links, a device and a pipe to reach it by.
 *
 * @param place the folder around it
 * @param missing what could not be made on this system; each the name of a file of the study
 */
record Ground(Path place, List<String> missing) implements AutoCloseable {
    private static final String SECRET = "patient_id,secret\n1,this must not be read\n";
    private static final List<String> FILES = List.of("inside.csv", "folder", "link.csv", "linked", "linked_module.py", "device", "pipe", "definition.py");

    Ground {
        missing = List.copyOf(missing);
    }

    static Ground make() throws IOException {
        Path place = Files.createTempDirectory("catchment-isolation-");
        Path study = Files.createDirectory(place.resolve("study"));
        Files.writeString(place.resolve("outside.csv"), SECRET);
        Files.writeString(place.resolve("outside.py"), "secret = 1\n");
        Files.writeString(study.resolve("inside.csv"), SECRET);
        Files.createDirectory(study.resolve("folder"));
        return new Ground(
                place,
                Stream.of(
                                link(study.resolve("link.csv"), place.resolve("outside.csv")),
                                link(study.resolve("linked"), place),
                                link(study.resolve("linked_module.py"), place.resolve("outside.py")),
                                link(study.resolve("device"), Path.of("/dev/zero")),
                                pipe(study.resolve("pipe")))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> link(Path from, Path to) {
        try {
            if (Files.exists(to)) {
                Files.createSymbolicLink(from, to);
                return Optional.empty();
            }
        } catch (IOException | UnsupportedOperationException noLinks) {
            // Not every system, and not everybody, may make links.
        }
        return Optional.of(from.getFileName().toString());
    }

    private static Optional<String> pipe(Path pipe) {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).redirectErrorStream(true).start();
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return Optional.empty();
            }
        } catch (IOException noPipes) {
            // Not every system has pipes with a name.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(pipe.getFileName().toString());
    }

    Path study() {
        return place.resolve("study");
    }

    /** Whether everything is as it was made: an attempt may be refused and have had its way all the same. */
    boolean isUntouched() throws IOException {
        try (Stream<Path> files = Files.list(study())) {
            return files.allMatch(file -> FILES.contains(file.getFileName().toString()))
                    && Files.exists(study().resolve("inside.csv"))
                    && Files.readString(study().resolve("inside.csv")).equals(SECRET);
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
