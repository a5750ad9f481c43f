package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexTextTest {
    /** Codes of areas and organisations, postcodes, numbers and dates, as columns of tables have them. */
    @ParameterizedTest
    @ValueSource(strings = {
        "E[0-9]{8}", "E020[0-9]{5}", "[A-Z]{2}[0-9]{3}", "[a-zA-Z]{2}[0-9]{2}[a-zA-Z]", "(ab|c[^d]){2,3}x?", "\\d+(\\.\\d{1,2})?", "a|b|", "[A-F-]*\\.",
        "(?:x|y)z", "^E540000[0-9]{2}$", "[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", "[0-9]{3} ?[0-9]{3} ?[0-9]{4}", "\\d{4}-(0[1-9]|1[0-2])-\\d\\d", ".", ".+", "\\w+@\\w+\\.org",
        "(E|W|S|N)\\d{2}0{3}[1-9]", "[A-TV-Z][0-9]{2}(\\.[0-9X])?", "RR[A-Z0-9]", "", "(a(b(c)?)?)?", "café"
    })
    void drawsTextThatMatches(String regex) {
        drawsOnlyMatches(regex, true);
    }

    /** What only some dialects know, or read otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {
        "x{", "x{,3}", "x{a}", "a{2", "{", "}", "]", "\\AE\\d\\z", "[[:alpha:]]{2}", "[^[:digit:]x]", "(?i)abc", "(?i:a)b", "(?P<name>ab)c", "(?<name>ab)c", "\\Qa.b{\\E+",
        "\\pL{2}", "\\p{Lu}\\d", "\\p{Greek}", "\\x41{2}", "\\x{41}", "a+?b", "(a|b)??c", "a{2,3}?", "\\bfoo\\b", "foo$|^bar", "(?s).", "(?m)^a$", "\\t\\n", "[]a]{3}", "[^]a]",
        "\\141", "[\\x30-\\x39]{2}", "a||b", "[a-c&&b]", "(?U)a+", "[+\\-*/]", "[\\w.-]+", "\\W\\S\\D", "(((((((((((a*)*)*)*)*)*)*)*)*)*)*)*", "\\.\\/\\-", "[|]", "[$^]"
    })
    void drawsTextThatMatchesWhateverTheWordsOfThePattern(String regex) {
        drawsOnlyMatches(regex, false);
    }

    private static void drawsOnlyMatches(String regex, boolean varied) {
        RegexText text = RegexText.of(regex);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            assertThat(text.draw(random)).hasValueSatisfying(drawn -> {
                assertThat(Pattern.matches(regex, drawn)).as("%s matches %s", regex, drawn).isTrue();
                assertThat(text.begins(drawn)).isTrue();
                assertThat(drawn.length()).isLessThan(10_000);
            });
        }
        if (varied && regex.contains("[")) {
            assertThat(Stream.generate(() -> text.draw(random)).limit(200).distinct().count()).isGreaterThan(10);
        }
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        RegexText text = RegexText.of("[A-Z]{2}\\d+");

        assertThat(text.draw(new SplittableRandom(5))).isEqualTo(text.draw(new SplittableRandom(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$b", "a^b", "\\Ba"})
    void drawsNothingWhereNothingMatches(String regex) {
        RegexText text = RegexText.of(regex);

        assertThat(text.canBeDrawn()).isFalse();
        assertThat(text.draw(new SplittableRandom(1))).isEmpty();
    }
}
