package catchment.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SyntaxMistakesTest {
    static List<SyntaxMistakes.Case> mistakes() {
        return SyntaxMistakes.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFoundAtItsPlaceAndNowhereElse(SyntaxMistakes.Case mistake) {
        Parsing.fails(mistake.marked(), mistake.code());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theMendedTextIsRead(SyntaxMistakes.Case mistake) {
        Parsing.reads(mistake.mended());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMessageSpeaksOfTheTextAndNotToTheReader(SyntaxMistakes.Case mistake) {
        String message = Parsing.fails(mistake.marked(), mistake.code()).message();
        assertThat(message).doesNotContainIgnoringCase("invalid").doesNotContain("please").doesNotContain("you").doesNotContain("\n").doesNotContain("token").doesNotContainPattern("^\\p{Lu}");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeDoesNotHideTheLinesAroundIt(SyntaxMistakes.Case mistake) {
        String text = "before = 1\n" + mistake.marked().replace("^", "") + "\nafter = 2\n";
        assertThat(Trees.print(Parsing.parse(text).module())).contains("before = 1").contains("after = 2");
    }

    /** But for the one that leaves nothing of the file. */
    @Test
    void everyCodeHasAMistake() {
        Set<SyntaxCode> shown = SyntaxMistakes.all().stream().map(SyntaxMistakes.Case::code).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).containsExactly(SyntaxCode.TOO_MANY_WORDS);
    }

    @Test
    void oneRunReportsAllMistakesOfAFile() {
        String text = """
                from ehrql import create_dataset days
                dataset = create_dataset()
                start = 2024-03-31
                dataset.age-group = 1
                def add np(x)
                    return x
                if start = 2:
                    n = 3
                else if n == 2:
                    n = "a
                x = events.where(events.date > start
                for c codes:
                    print c
                y = [1 2]
                """;
        assertThat(Parsing.parse(text).diagnostics().stream().map(found -> found.span().start().line() + " " + found.code().id()))
                .containsExactly(
                        "1 comma-missing",
                        "3 date-unquoted",
                        "4 name-character",
                        "5 space-in-name",
                        "5 colon-missing",
                        "7 assign-in-expression",
                        "9 else-if",
                        "10 string-never-closed",
                        "11 paren-never-closed",
                        "12 in-missing",
                        "13 print-statement",
                        "14 comma-missing");
    }

    @Test
    void aNameWithADigitInFrontIsReadAsItWouldBeCalled() {
        assertThat(Trees.print(Parsing.parse("dataset.2nd_dose = a\n2nd = b\nc = 2nd\n").module()))
                .contains("dataset.dose_2nd = a")
                .contains("n_2nd = b")
                .contains("c = n_2nd");
    }

    @Test
    void whatStartsWithADigitAndIsNeverSetIsNoName() {
        assertThat(Trees.print(Parsing.parse("x = [195abc]\n").module())).doesNotContain("195abc");
    }

    @Test
    void eachUseOfANameWithADigitInFrontIsSaidOnce() {
        assertThat(Parsing.parse("2nd = b\nc = 2nd\n").diagnostics()).extracting(found -> found.code().id())
                .containsExactly("name-character", "name-character");
    }

    @Test
    void aDictMayBeginWithABraceAloneOnItsLine() {
        Parsing.reads("if a: n = 1\n{\n    \"a\": 1,\n}\n");
        Parsing.reads("if a:\n    {\n        \"a\": 1,\n    }\n");
        Parsing.reads("{\n    name,\n    other\n}\n");
    }
}
