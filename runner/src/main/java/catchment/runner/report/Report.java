package catchment.runner.report;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.diagnostic.Severity;
import catchment.runtime.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one command has to say. Text is shown as it is found, JSON at the end.
 *
 * <p>May be closed from another thread when the run is interrupted; the first {@link #close} speaks, later ones say nothing.
 */
public final class Report {
    private final Terminal terminal;
    private final Format format;
    private final TextReport text;
    private final List<Diagnostic> shown = new ArrayList<>();
    private boolean closed;

    /** A report that has nothing to say yet. */
    public Report(Terminal terminal, Format format) {
        this.terminal = terminal;
        this.format = format;
        this.text = new TextReport(new SourceLines(terminal.workingDirectory()), terminal.coloured());
    }

    /** How diagnostics are shown. */
    public Format format() {
        return format;
    }

    /** Shows how far work is: to a person before a terminal, else where {@code CATCHMENT_PROGRESS=lines} asks for it, as lines of a log. */
    public Progress progress() {
        if (format != Format.TEXT) {
            return Progress.NONE;
        }
        if (terminal.variable("CATCHMENT_PROGRESS").equals(Optional.of("lines"))) {
            return new ProgressLines(terminal.err());
        }
        return terminal.interactive() ? new ProgressBars(terminal.err()) : Progress.NONE;
    }

    /** Shows diagnostics, those of a file in the order of the text. */
    public synchronized void show(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : inOrder(diagnostics)) {
            show(diagnostic);
        }
    }

    /** Shows a diagnostic. */
    public synchronized void show(Diagnostic diagnostic) {
        if (closed) {
            return;
        }
        if (format == Format.TEXT) {
            if (!shown.isEmpty()) {
                terminal.err().println();
            }
            terminal.err().print(text.text(diagnostic));
            terminal.err().flush();
        }
        shown.add(diagnostic);
    }

    /** Says that something went well; not part of JSON. */
    public synchronized void say(String line) {
        if (format == Format.TEXT && !closed) {
            terminal.err().println(ShownLine.harmless(line));
        }
    }

    /** Whether any of what was shown keeps the definition from being run. */
    public synchronized boolean hasErrors() {
        return shown.stream().anyMatch(Diagnostic::isError);
    }

    /** Whether any of what was shown is probably not meant. */
    public synchronized boolean hasWarnings() {
        return shown.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
    }

    /** How the command ends: the smallest number among its errors, so that a fault of ours or of the command line is not hidden by what follows from it. */
    public synchronized ExitCode exitCode() {
        return shown.stream()
                .filter(Diagnostic::isError)
                .map(diagnostic -> diagnostic.code().exitCode())
                .min(Comparator.comparing(ExitCode::number))
                .orElse(ExitCode.OK);
    }

    /** Says the last word, the counts or the array, and how the command ends. */
    public synchronized ExitCode close() {
        if (!closed) {
            closed = true;
            switch (format) {
                case TEXT -> {
                    String summary = TextReport.summary(shown);
                    if (!summary.isEmpty()) {
                        terminal.err().println("\n" + summary);
                    }
                }
                case JSON -> terminal.err().println(JsonReport.text(shown));
            }
            terminal.out().flush();
            terminal.err().flush();
        }
        return exitCode();
    }

    private static List<Diagnostic> inOrder(List<Diagnostic> diagnostics) {
        List<String> files = diagnostics.stream().map(d -> d.span().file()).distinct().toList();
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.<Diagnostic>comparingInt(d -> files.indexOf(d.span().file()))
                .thenComparing(d -> d.span().start()));
        return sorted;
    }
}
