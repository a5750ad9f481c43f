package catchment.spec.cases;

import static org.assertj.core.api.Assertions.assertThat;

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
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String text = "a" + Character.toString(point) + "\"" + Character.toString(point);
                assertThat(Cells.read(Cells.cut("| " + Cells.write(text) + " |").getFirst())).contains(text);
            }
        }
    }

    @Test
    void spacesAtTheEndsAreKeptInQuotes() {
        assertThat(Cells.write(" a ")).isEqualTo("\" a \"");
        assertThat(Cells.write("a b")).isEqualTo("a b");
    }
}
