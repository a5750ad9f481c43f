package catchment.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer starts from, and what it once found, is answered with findings; so are recipes at random. */
final class SeedsTest {
    private static final Path SEEDS = Path.of("src", "fuzz", "seeds");

    @TestFactory
    Stream<DynamicTest> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.sorted().toList().stream()
                    .map(seed -> DynamicTest.dynamicTest(seed.getFileName().toString(), () -> FrontEndFuzz.fuzzerTestOneInput(Files.readAllBytes(seed))));
        }
    }

    @TestFactory
    Stream<DynamicTest> recipesAtRandom() {
        return IntStream.range(0, 200).mapToObj(seed -> DynamicTest.dynamicTest("recipe " + seed, () -> {
            byte[] recipe = new byte[60];
            new Random(seed).nextBytes(recipe);
            recipe[0] = '#';
            recipe[1] = '!';
            assertThat(FrontEndFuzz.text(recipe)).contains("create_dataset");
            FrontEndFuzz.fuzzerTestOneInput(recipe);
        }));
    }
}
