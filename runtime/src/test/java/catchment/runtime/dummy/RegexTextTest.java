package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"E020[0-9]{5}", "[a-zA-Z]{2}[0-9]{2}[a-zA-Z]", "(ab|c[^d]){2,3}x?", "\\d+(\\.\\d{1,2})?", "a|b|", "[A-F-]*\\.", "(?:x|y)z"})
    void drawsTextThatMatches(String regex) {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            assertThat(RegexText.draw(regex, random)).matches(regex);
        }
    }
}
