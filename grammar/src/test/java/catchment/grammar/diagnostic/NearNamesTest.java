package catchment.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearNamesTest {
    private static final List<String> COLUMNS = List.of("date_of_birth", "date_of_death", "sex");

    @Test
    void putsTheNearestFirst() {
        assertThat(NearNames.of("date_of_brith", COLUMNS)).containsExactly("date_of_birth", "date_of_death");
    }

    @Test
    void findsSwappedDoubledAndMissingLetters() {
        assertThat(NearNames.of("sxe", COLUMNS)).containsExactly("sex");
        assertThat(NearNames.of("patient", List.of("patients", "apcs"))).containsExactly("patients");
    }

    @Test
    void takesHyphenAndUnderscoreForOne() {
        assertThat(NearNames.of("date-of-birth", COLUMNS)).startsWith("date_of_birth");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(NearNames.of("region", COLUMNS)).isEmpty();
    }
}
