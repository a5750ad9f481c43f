package catchment.spec.house;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.query.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    @Test
    void everyEntrySaysWhatItMeansInOneLine() {
        assertThat(Catalogue.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.says()).as("%s", line).isNotBlank().doesNotContain("\n").endsWith(".");
            assertThat(line.signature()).as("%s", line).startsWith(line.name());
        });
    }

    @Test
    void everyEntryStandsOnThePageOfSpecCasesThatItNames() {
        assertThat(Catalogue.lines()).allSatisfy(line -> assertThat(page(line.spec())).as("%s", line).contains(line.name().replace("unary ", "")));
    }

    private static String page(String spec) throws IOException {
        try (InputStream stream = CatalogueTest.class.getResourceAsStream("/spec/" + spec + ".md")) {
            assertThat(stream).as("the page %s", spec).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
