package catchment.runner.report;

import catchment.runtime.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal for work that takes over a second; nothing for shorter work, so that quick commands stay quiet. */
final class ProgressBars implements Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int WIDTH = 80;

    private final PrintStream terminal;

    ProgressBars(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public Step step(String what, long total) {
        return new Bar(what, total);
    }

    /** Parts that take a while stay to be seen, above the bar. */
    @Override
    public void done(String what, OptionalLong rows, Duration took) {
        if (took.compareTo(PATIENCE) >= 0) {
            String line = ProgressLines.line(what, rows, took);
            terminal.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())) + "\n");
            terminal.flush();
        }
    }

    private final class Bar implements Step {
        private final String what;
        private final long total;
        private final long begun = System.nanoTime();
        private final AtomicLong done = new AtomicLong();
        private Optional<ProgressBar> bar = Optional.empty();
        private String where = "";
        private boolean closed;

        private Bar(String what, long total) {
            this.what = what;
            this.total = total;
            // Work may also stand in one call for a minute, such as a query, without telling anything.
            Thread.ofVirtual().start(this::showAfterAWhile);
        }

        @Override
        public void advance(long by) {
            done.addAndGet(by);
        }

        @Override
        public synchronized void at(String place) {
            where = place;
        }

        private void showAfterAWhile() {
            try {
                Thread.sleep(PATIENCE);
                while (show()) {
                    Thread.sleep(INTERVAL);
                }
            } catch (InterruptedException e) {
                // Nobody wants to see it any more.
            }
        }

        private synchronized boolean show() {
            if (!closed) {
                if (bar.isEmpty()) {
                    bar = Optional.of(new ProgressBarBuilder()
                            .setTaskName(what)
                            .setInitialMax(total)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis((int) INTERVAL.toMillis())
                            .startsFrom(done.get(), Duration.ofNanos(System.nanoTime() - begun))
                            .clearDisplayOnFinish()
                            .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                            .build());
                }
                bar.get().setExtraMessage(where).stepTo(done.get());
            }
            return !closed;
        }

        @Override
        public synchronized void close() {
            closed = true;
            bar.ifPresent(ProgressBar::close);
        }
    }
}
