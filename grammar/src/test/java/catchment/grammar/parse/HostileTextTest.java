package catchment.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is read, in time that grows with its length, and nothing is thrown. */
final class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "(", ")", "[", "]", "{", "}", "\"", "'", "\"\"\"", "f\"", "f'{", ":", "=", "==", ",", ".", "\n", "\n    ", "\t", " ", "if ", "else ",
            "for ", "in ", "def ", "class ", "lambda ", "not ", "*", "**", "@", "\\", "“", "’", "\u00a0", "1", "0", "1.5", "x", "# ", "&", "~",
            "!", "$", "\r", "🩺", "\ud800", "\0", "return ", "import ", "from ", "async ", "match x:", "case ", "try:", "except ", "with ",
            "as ", "yield ", ":=", "->", "...", "while ", "--", "<>", "&&", "2024-01-01", "r\"", "b'");

    private static final String SAMPLE = """
            from ehrql import create_dataset, days  # names
            codes = codelist_from_csv("codelists/asthma.csv", column="code")

            def last_before(codes, date, *, how=None):
                '''The last of them.'''
                rows = events.where(
                    events.code.is_in(codes) & (events.date <= date)
                )
                return rows.sort_by(events.date).last_for_patient()

            dataset = create_dataset()
            for name, days_before in {"a": 30, "b": 60}.items():
                if name != "a" or not days_before:
                    setattr(dataset, f"seen_{name}_{days_before:>3}", [x for x in range(3) if x])
                else:
                    dataset.seen = case(when(~a).then("x"), otherwise=None)
            """;

    private static List<Diagnostic> survives(String text) {
        List<Diagnostic> found = Parsing.parse(text).diagnostics();
        for (Diagnostic diagnostic : found) {
            assertThat(diagnostic.message()).isNotBlank().doesNotContainPattern("^\\p{Lu}");
            assertThat(diagnostic.span().end()).isGreaterThanOrEqualTo(diagnostic.span().start());
        }
        return found;
    }

    private static void timed(String name, String text) {
        long start = System.nanoTime();
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> survives(text));
        System.out.println("parse " + name + ", " + text.length() + " characters: " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Test
    void everyPrefixIsSurvived() {
        for (int i = 0; i <= SAMPLE.length(); i++) {
            survives(SAMPLE.substring(0, i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMutationIsSurvived(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder(SAMPLE);
            int changes = 1 + random.nextInt(5);
            for (int j = 0; j < changes; j++) {
                int from = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), from + random.nextInt(4));
                text.replace(from, to, random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : "");
            }
            survives(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everyHeapOfWordsIsSurvived(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            survives(text.toString());
        }
    }

    @Test
    void tenThousandTermsAreOneFlatNode() {
        String text = "x = " + String.join(" | ", Collections.nCopies(10_000, "(a.b == \"c\")"));
        Statement.Assign assign = (Statement.Assign) Parsing.reads(text).module().statements().getFirst();
        assertThat(((Expression.Binary) assign.value()).steps()).hasSize(9_999);
        timed("10,000 terms", text);
    }

    @Test
    void aThousandParenthesesAreRead() {
        Parsing.reads("x = " + "(".repeat(1_000) + "1" + ")".repeat(1_000));
        Parsing.reads("x = " + "f(a & ".repeat(1_000) + "1" + ")".repeat(1_000));
        Parsing.reads("x = " + "not ".repeat(1_000) + "1");
        Parsing.reads("x = " + "a if b else ".repeat(1_000) + "1");
        Parsing.reads("x = a" + ".b()".repeat(900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "~", "not ", "lambda: ", "f(", "a if b else ", "-", "a ** ", "a.", "{1: "})
    void whatNestsTooDeepIsSaidOnce(String opening) {
        String text = "x = " + opening.repeat(100_000) + "1\ny = 2\n";
        assertThat(survives(text)).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aMegabyteTakesTimeInProportion() {
        timed("list of codes", "x = [\n" + "    \"195967001\",\n".repeat(60_000) + "]\n");
        timed("lines", "dataset.age = patients.age_on(index_date)\n".repeat(25_000));
        timed("one line", "x = [" + "1,".repeat(500_000) + "]\n");
        timed("mistakes", "dataset.age = patients age_on(index_date\n".repeat(25_000));
        timed("open brackets", "f(\n".repeat(350_000));
        timed("open strings", "\"\n".repeat(300_000));
        timed("open f-strings", "f\"{".repeat(20_000));
        timed("branches", "if x:\n  y\n" + "elif x:\n  y\n".repeat(20_000));
        timed("parentheses", "x = " + "(".repeat(500_000) + "1" + ")".repeat(500_000));
    }

    @Test
    void moreWordsThanTheLimitAreCountedAndNotRead() {
        ParseResult result = Parsing.parse("n = 1 2\nx = [" + "1,".repeat(500_000) + "]\n# " + "a b ".repeat(1_000));
        assertThat(result.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(SyntaxCode.TOO_MANY_WORDS);
            assertThat(found.message()).contains("1,000,010 words").contains("300,000");
            assertThat(found.span().start().line()).isEqualTo(2);
            assertThat(found.hints()).singleElement().asString().contains("CSV file");
        });
        assertThat(result.module().statements()).isEmpty();
    }

    @Test
    void asManyWordsAsTheLimitAreRead() {
        Parsing.reads("x = [" + "1,".repeat((Scanner.MOST - 5) / 2) + "]\n");
    }

    @Test
    void fStringsAndOpenOnesAreCountedToo() {
        assertThat(survives("x = f\"" + "{a}".repeat(200_000) + "\"\n").getFirst().code()).isEqualTo(SyntaxCode.TOO_MANY_WORDS);
        assertThat(survives("x = 1\n".repeat(100_000) + "f'{a:{b}}'\n" + "f\"{".repeat(1_000)).getFirst().code()).isEqualTo(SyntaxCode.TOO_MANY_WORDS);
    }

    @Test
    void noThreadIsLeftBehind() {
        Parsing.reads("x = " + "(".repeat(1_000) + "1" + ")".repeat(1_000));
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName))
                .doesNotContain("catchment-parse");
    }
}
