package catchment.runner.report;

import catchment.runtime.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** A line for each part of a run that is over, for a log: {@code the population: 12345 rows, 3.2 s}. */
final class ProgressLines implements Progress {
    private final PrintStream log;

    ProgressLines(PrintStream log) {
        this.log = log;
    }

    @Override
    public Step step(String what, long total) {
        return NONE.step(what, total);
    }

    @Override
    public void done(String what, OptionalLong rows, Duration took) {
        log.println(line(what, rows, took));
    }

    static String line(String what, OptionalLong rows, Duration took) {
        String number = rows.isEmpty() ? "" : rows.getAsLong() + (rows.getAsLong() == 1 ? " row, " : " rows, ");
        return ShownLine.harmless(what + ": " + number + String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0));
    }
}
