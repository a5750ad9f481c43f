package catchment.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SourceTextTest {
    private static final String TEXT = "a😀😀b\né = '𝒜'\r\n\n😀";

    @Test
    void aPlaceLeadsBackToWhereItCameFrom() {
        SourceText source = new SourceText("x.py", TEXT);
        for (int offset = 0; offset <= TEXT.length(); offset++) {
            boolean within = offset > 0 && offset < TEXT.length() && Character.isSurrogatePair(TEXT.charAt(offset - 1), TEXT.charAt(offset));
            if (!within) {
                assertThat(source.offset(source.position(offset))).isEqualTo(offset);
            }
        }
    }

    @Test
    void columnsCountCharactersNotUnits() {
        SourceText source = new SourceText("x.py", TEXT);
        assertThat(source.position(TEXT.indexOf('b'))).isEqualTo(new Position(1, 4));
        assertThat(source.position(TEXT.indexOf("𝒜"))).isEqualTo(new Position(2, 6));
        assertThat(source.text(Span.of("x.py", 2, 5, 8))).isEqualTo("'𝒜'");
    }

    @Test
    void aPlaceBeyondTheEndIsTheEnd() {
        SourceText source = new SourceText("x.py", TEXT);
        assertThat(source.offset(new Position(4, 9))).isEqualTo(TEXT.length());
        assertThat(source.offset(new Position(9, 9))).isEqualTo(TEXT.length());
        assertThat(source.offset(new Position(1, Integer.MAX_VALUE))).isEqualTo(TEXT.length());
    }
}
