package catchment.compiler.eval;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files below a folder on disk. Links are followed only as long as they stay below it. */
public final class DiskFiles implements SourceFiles {
    private static final int MOST_FILES = 5_000;
    private static final long MOST_BYTES = 256L << 20;

    private final Path root;

    /**
     * @param root the study's root
     */
    public DiskFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Reading read(String path) {
        Optional<Reading> unreadable = unreadable(path);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        Path file = root.resolve(tidy(path).orElseThrow());
        try {
            return Files.size(file) > MOST_BYTES
                    ? new Reading.Refused("is larger than 256 MB")
                    : new Reading.Found(tidy(path).orElseThrow(), Files.readAllBytes(file));
        } catch (IOException fault) {
            return new Reading.Refused("cannot be read");
        }
    }

    @Override
    public Optional<Reading> unreadable(String path) {
        Optional<Reading> fault = fault(path);
        if (fault.isPresent()) {
            return fault;
        }
        Path file = root.resolve(tidy(path).orElseThrow());
        return FileKind.strange(file)
                .or(() -> Files.isReadable(file) ? Optional.empty() : Optional.of("cannot be read"))
                .map(Reading.Refused::new);
    }

    @Override
    public Optional<String> outside(String path) {
        return fault(path).flatMap(fault -> fault instanceof Reading.Refused refused ? Optional.of(refused.reason()) : Optional.empty());
    }

    /** What keeps a path from being looked at, whatever is there: it leads out of the study, or nowhere. */
    private Optional<Reading> fault(String path) {
        Optional<String> tidy = tidy(path);
        if (tidy.isEmpty()) {
            return Optional.of(new Reading.Refused("lies outside the study"));
        }
        Path file = root.resolve(tidy.get());
        try {
            return file.toRealPath().startsWith(root.toRealPath())
                    ? Optional.empty()
                    : Optional.of(new Reading.Refused("is a link that leads out of the study"));
        } catch (NoSuchFileException _) {
            return Optional.of(new Reading.Missing());
        } catch (IOException fault) {
            return Optional.of(
                    Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? new Reading.Refused("cannot be read") : new Reading.Missing());
        }
    }

    /** The path relative to the root; an absolute path below the root is taken too. */
    private Optional<String> tidy(String path) {
        if (path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (path.startsWith("/")) {
            Path absolute = Path.of(path).normalize();
            return absolute.startsWith(root)
                    ? Paths.tidy(root.relativize(absolute).toString().replace('\\', '/'))
                    : Optional.empty();
        }
        return Paths.tidy(path);
    }

    @Override
    public boolean exists(String path) {
        return outside(path).isEmpty() && tidy(path).map(root::resolve).filter(Files::isRegularFile).isPresent();
    }

    @Override
    public List<String> list(String folder) {
        Optional<Path> directory = tidy(folder).map(root::resolve).filter(Files::isDirectory);
        if (directory.isEmpty() || outside(folder).isPresent()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory.get())) {
            return entries.map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    @Override
    public List<String> all() {
        List<String> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.<FileVisitOption>of(), 12, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean hidden = !directory.equals(root)
                            && directory.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(root.relativize(file).toString().replace('\\', '/'));
                    return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            return files;
        }
        return files;
    }
}
