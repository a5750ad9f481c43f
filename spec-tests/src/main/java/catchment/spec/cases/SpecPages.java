package catchment.spec.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All pages of the specification. */
public final class SpecPages {
    private static final String FOLDER = "spec";
    private static final String ENDING = ".md";

    private SpecPages() {}

    /** The pages that come with this artifact, in alphabetical order of topic and name. */
    public static List<SpecPage> bundled() {
        try {
            URI folder = SpecPages.class.getResource("/" + FOLDER).toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return in(jar.getPath("/" + FOLDER));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the specification cannot be read", e);
        }
    }

    /** The pages in the folders of a folder. */
    public static List<SpecPage> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().map(SpecPages::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the page's file is within a folder of topics. */
    public static Path file(Path folder, SpecPage page) {
        return folder.resolve(page.topic()).resolve(page.name() + ENDING);
    }

    private static SpecPage read(Path file) {
        String name = file.getFileName().toString();
        String topic = file.getParent().getFileName().toString();
        try {
            return PageReader.read(topic, name.substring(0, name.length() - ENDING.length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(topic + "/" + name + ": " + e.getMessage(), e);
        }
    }
}
