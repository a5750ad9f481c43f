package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.source.Span;
import catchment.runner.report.Format;
import catchment.runner.report.Report;
import catchment.runner.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExitCodesTest {
    @TempDir
    Path folder;

    @Test
    void standardOutputThatCannotBeWrittenIsNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(full, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                Map.of(),
                false);
        assertThat(Catchment.run(terminal, "--version")).isEqualTo(ExitCode.OUTPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output cannot be written");
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void anErrorOfAKindEndsTheCommandWithItsNumberAndAWarningDoesNot(ExitCode exit) {
        DiagnosticCode code = new Code("SOME_FAULT", exit);
        Report report = report();
        report.show(Diagnostic.warning(code, Span.NONE, "odd"));
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        report.show(Diagnostic.error(code, Span.NONE, "wrong"));
        assertThat(report.close()).isEqualTo(exit);
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void everyNumberIsOnThePage(ExitCode exit) throws IOException {
        assertThat(Files.readString(Path.of("../docs/exit-codes.md"))).contains("\n| " + exit.number() + " | " + exit.name() + " | ");
    }

    @Test
    void theSmallestNumberWinsWhereSeveralKindsMeet() {
        Report report = report();
        report.show(Diagnostic.error(new Code("A", ExitCode.PERMISSION), Span.NONE, "wrong"));
        report.show(Diagnostic.error(new Code("B", ExitCode.DEFINITION), Span.NONE, "wrong"));
        assertThat(report.close()).isEqualTo(ExitCode.DEFINITION);
    }

    @Test
    void aFaultOfOursIsCalledThatWithAReportAndNoStackTrace() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode exit = Catchment.run(broken(err), "--version");
        assertThat(exit).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("error: a fault of Catchment itself: the definition is not to blame\n = what is known of it is in catchment-report-")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        String report = Files.readString(reports().getFirst());
        assertThat(report)
                .contains("java.lang.IllegalStateException\n")
                .contains("at catchment.runner.command.Commands.execute(")
                .as("nothing that may come from the data")
                .doesNotContain("secret");
    }

    @Test
    void aFaultOfOursIsADiagnosticInJsonToo() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Catchment.run(broken(err), "help", "--diagnostics", "json")).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("[{\"code\":\"internal-fault\"").endsWith("}]\n");
        assertThat(reports()).hasSize(1);
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("catchment-report-")).toList();
        }
    }

    private Terminal broken(ByteArrayOutputStream err) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("secret");
            }
        };
        return new Terminal(new PrintStream(full, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), folder, Map.of(), false);
    }

    private Report report() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Report(new Terminal(nowhere, nowhere, folder, Map.of(), false), Format.TEXT);
    }

    private record Code(String name, ExitCode exitCode) implements DiagnosticCode {}
}
