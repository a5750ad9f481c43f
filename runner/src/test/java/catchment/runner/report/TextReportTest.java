package catchment.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextReportTest {
    @TempDir
    Path folder;

    @Test
    void marksTheWrongWordInItsLine() throws IOException {
        write("\n".repeat(11) + "dataset.born = patients.date_of_brith\n");
        Diagnostic diagnostic = Diagnostic.error(Code.UNKNOWN_COLUMN, Span.of("asthma.ehrql", 12, 25, 38), "patients has no column date_of_brith")
                .hint("did you mean date_of_birth?");
        assertThat(text(diagnostic)).isEqualTo("""
                asthma.ehrql:12:25: error: patients has no column date_of_brith

                  12 | dataset.born = patients.date_of_brith
                     |                         ^^^^^^^^^^^^^
                     = did you mean date_of_birth?
                     = catchment help unknown-column
                """);
    }

    @Test
    void keepsMarksUnderWhatTheyMarkAfterTabsWideCharactersAndCombiningMarks() throws IOException {
        write("\tx = \"日本\" + \"e\u0301\" + wrong\n");
        // Columns count code points: the tab and the combining accent are one each.
        assertThat(text(at(1, 20, 1, 25))).contains("""
                  1 |     x = "日本" + "e\u0301" + wrong
                    |                        ^^^^^
                """);
    }

    @Test
    void showsNoLineOfAFileThatIsNoText() throws IOException {
        Diagnostic broken = Diagnostic.error(Code.UNKNOWN_COLUMN, Span.of("tables/events.arrow", 1, 1, 1), "`tables/events.arrow` cannot be read");
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables/events.arrow"), "looks like text\n");
        assertThat(text(broken)).doesNotContain("looks like text");
        // A Parquet file by another name.
        Files.write(folder.resolve("asthma.ehrql"), new byte[] {'P', 'A', 'R', '1', 0x15, 4, 0x15, (byte) 0xb0, 0, 0x15, 0x1c, (byte) 0x8f, '\n'});
        assertThat(text(at(1, 8, 1, 8))).doesNotContain("PAR1");
        // One character that is not UTF-8, or NUL, is a mistake in a text.
        Files.write(folder.resolve("asthma.ehrql"), new byte[] {'n', 'a', 'm', (byte) 0xe9, '\n'});
        assertThat(text(at(1, 4, 1, 4))).contains("1 | nam\ufffd");
        write("1,a\0b\n");
        assertThat(text(at(1, 4, 1, 4))).contains("1 | 1,a\ufffdb");
    }

    @Test
    void marksEveryLineOfASpanOfSeveral() throws IOException {
        write("a = (\n\n    b\n)\n");
        assertThat(text(at(1, 5, 4, 2))).contains("""
                  1 | a = (
                    |     ^
                  2 |
                  3 |     b
                    |     ^
                  4 | )
                    | ^
                """);
    }

    @Test
    void leavesOutTheMiddleOfALongSpan() throws IOException {
        write("a = (\n" + "    b,\n".repeat(20) + ")\n");
        assertThat(text(at(1, 5, 22, 2))).contains("   3 |     b,\n     |     ^^\n   ...\n  22 | )\n     | ^\n");
    }

    @Test
    void marksWhereSomethingIsMissing() throws IOException {
        write("x = \n");
        assertThat(text(at(1, 5, 1, 5))).contains("  1 | x =\n    |     ^\n");
    }

    @Test
    void showsAWindowOfAVeryLongLine() throws IOException {
        write("x = [" + "\"12345678\", ".repeat(50_000) + "wrong]\n");
        int column = 5 + 12 * 50_000 + 1;
        String shown = text(at(1, column, 1, column + 5));
        assertThat(shown.lines().mapToInt(String::length).max().orElse(0)).isLessThan(200);
        assertThat(shown).contains("wrong]\n").contains("^^^^^\n");
    }

    @Test
    void letsNothingInAFileOrAMessageSteerTheTerminal() throws IOException {
        write("x = '\u001b[2J'\n");
        String shown = text(Diagnostic.error(Code.UNKNOWN_COLUMN, Span.of("asthma.ehrql", 1, 1, 2), "no \u001b[31m\u202e"));
        assertThat(shown).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void saysWhatHasNoPlaceWithoutOne() {
        assertThat(text(Diagnostic.error(Code.UNKNOWN_COLUMN, Span.NONE, "no such thing").hint("another")))
                .isEqualTo("error: no such thing\n = another\n = catchment help unknown-column\n");
    }

    @Test
    void showsNoLineOfAFileThatIsGone() {
        assertThat(text(Diagnostic.warning(Code.UNKNOWN_COLUMN, Span.of("gone.csv", 3, 1, 2), "odd")))
                .isEqualTo("gone.csv:3:1: warning: odd\n    = catchment help unknown-column\n");
    }

    @Test
    void countsErrorsAndWarnings() {
        Diagnostic error = at(1, 1, 1, 2);
        Diagnostic warning = Diagnostic.warning(Code.UNKNOWN_COLUMN, Span.NONE, "odd");
        assertThat(TextReport.summary(List.of(error, error, warning))).isEqualTo("2 errors, 1 warning");
        assertThat(TextReport.summary(List.of(warning))).isEqualTo("1 warning");
        assertThat(TextReport.summary(List.of())).isEmpty();
    }

    @Test
    void coloursOnlyWhereAsked() throws IOException {
        write("x\n");
        assertThat(new TextReport(new SourceLines(folder), true).text(at(1, 1, 1, 2))).contains("\u001b[1;31merror:\u001b[0m");
        assertThat(text(at(1, 1, 1, 2))).doesNotContain("\u001b");
    }

    private static Diagnostic at(int line, int column, int endLine, int endColumn) {
        return Diagnostic.error(
                Code.UNKNOWN_COLUMN, new Span("asthma.ehrql", new Position(line, column), new Position(endLine, endColumn)), "odd");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("asthma.ehrql"), text);
    }

    private String text(Diagnostic diagnostic) {
        return new TextReport(new SourceLines(folder), false).text(diagnostic);
    }

    private enum Code implements DiagnosticCode {
        UNKNOWN_COLUMN;

        @Override
        public ExitCode exitCode() {
            return ExitCode.DEFINITION;
        }
    }
}
