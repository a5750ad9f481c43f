package catchment.runner.report;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * A diagnostic as a person reads it:
 *
 * <pre>
 * asthma.ehrql:12:25: error: patients has no column date_of_brith
 *
 *   12 | dataset.born = patients.date_of_brith
 *      |                         ^^^^^^^^^^^^^
 *      = did you mean date_of_birth?
 *      = catchment help unknown-column
 * </pre>
 */
final class TextReport {
    private static final int MOST_LINES = 5;

    private final SourceLines sources;
    private final Paint paint;

    TextReport(SourceLines sources, boolean coloured) {
        this.sources = sources;
        this.paint = new Paint(coloured);
    }

    /** The text of a diagnostic, ending with a line end. */
    String text(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        Span span = diagnostic.span();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        if (span.hasFile()) {
            text.append(paint.bold(ShownLine.harmless(span.toString()) + ":")).append(' ');
        }
        text.append(paint.severity(diagnostic.severity(), severity + ":"))
                .append(' ')
                .append(paint.bold(ShownLine.harmless(diagnostic.message())))
                .append('\n');
        int gutter = span.hasFile() ? source(text, diagnostic) : 0;
        for (String hint : diagnostic.hints()) {
            note(text, gutter, ShownLine.harmless(hint));
        }
        note(text, gutter, "catchment help " + diagnostic.code().id());
        return text.toString();
    }

    private void note(StringBuilder text, int gutter, String note) {
        text.append(" ".repeat(gutter)).append(" = ");
        // A hint of several lines, such as a piece of a definition, stays together.
        text.append(note.strip().replace("\n", "\n" + " ".repeat(gutter + 3))).append('\n');
    }

    /** Appends the marked lines; returns the width of the column of line numbers. */
    private int source(StringBuilder text, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        int first = span.start().line();
        // A span that ends before the first character of a line does not reach that line.
        int last = span.end().column() == 1 && span.end().line() > first ? span.end().line() - 1 : span.end().line();
        List<String> lines = sources.read(span.file(), first, Math.min(last, first + 10_000));
        int gutter = 2 + Integer.toString(last).length();
        if (lines.isEmpty()) {
            return gutter;
        }
        text.append('\n');
        for (int i = 0; i < lines.size(); i++) {
            if (lines.size() > MOST_LINES && i == MOST_LINES - 2) {
                i = lines.size() - 1;
                text.append(" ".repeat(gutter - 1)).append("...\n");
            }
            int number = first + i;
            ShownLine line = new ShownLine(lines.get(i));
            int start = number == first ? span.start().column() : line.firstInk();
            int end = number == span.end().line() ? span.end().column() : line.length() + 1;
            ShownLine.Marked marked = line.mark(start, end);
            String blank = lines.get(i).isBlank() && number != first ? "" : marked.marks();
            text.append(paint.quiet(" ".repeat(gutter - Integer.toString(number).length()) + number + " |"))
                    .append(marked.text().isEmpty() ? "" : " " + marked.text())
                    .append('\n');
            if (!blank.isEmpty()) {
                text.append(paint.quiet(" ".repeat(gutter) + " |"))
                        .append(' ')
                        .append(marked.indent())
                        .append(paint.severity(diagnostic.severity(), blank))
                        .append('\n');
            }
        }
        return gutter;
    }

    /** "2 errors, 1 warning"; empty if there is neither. Notes are not counted. */
    static String summary(List<Diagnostic> diagnostics) {
        String errors = count(diagnostics, Severity.ERROR, "error");
        String warnings = count(diagnostics, Severity.WARNING, "warning");
        return errors + (errors.isEmpty() || warnings.isEmpty() ? "" : ", ") + warnings;
    }

    private static String count(List<Diagnostic> diagnostics, Severity severity, String word) {
        long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
        return count == 0 ? "" : count + " " + word + (count == 1 ? "" : "s");
    }
}
