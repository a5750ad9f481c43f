package catchment.spec.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CellsTest {
    @Test
    void anEmptyCellIsNullAndTwoQuotesAreTheEmptyText() {
        assertThat(Cells.read("")).isEmpty();
        assertThat(Cells.read("\"\"")).contains("");
    }

    @Test
    void aBarWithinACellIsEscaped() {
        assertThat(Cells.cut("| a\\|b | \"\\\\\" |")).containsExactly("a\\|b", "\"\\\\\"");
        assertThat(Cells.read("a\\|b")).contains("a|b");
    }

    @Test
    void everyCharacterIsReadAsItWasWritten() {
        List<String> lost = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .map(character -> "a" + character + "\"" + character)
                .filter(text -> !Cells.read(Cells.cut("| " + Cells.write(text) + " |").getFirst()).equals(Optional.of(text)))
                .toList();
        assertThat(lost).isEmpty();
    }

    @Test
    void spacesAtTheEndsAreKeptInQuotes() {
        assertThat(Cells.write(" a ")).isEqualTo("\" a \"");
        assertThat(Cells.write("a b")).isEqualTo("a b");
    }
}
