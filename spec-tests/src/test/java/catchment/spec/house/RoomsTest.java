package catchment.spec.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each package says what it owns; no file is a book. */
final class RoomsTest {
    private static final int LONGEST = 400;

    @Test
    void everyPackageSaysWhatItOwns() {
        List<Path> silent = Repository.javaFiles("main").stream()
                .map(Path::getParent)
                .distinct()
                .filter(room -> !Files.exists(room.resolve("package-info.java")))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void noFileNeedsATableOfContents() {
        List<Path> books = Repository.javaFiles("main", "test").stream()
                .filter(file -> Repository.read(file).lines().count() > LONGEST)
                .toList();
        assertThat(books).isEmpty();
    }
}
