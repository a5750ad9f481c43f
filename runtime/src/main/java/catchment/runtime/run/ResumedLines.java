package catchment.runtime.run;

import java.util.function.Consumer;

/** Lines on a console, which cannot be taken back: where they come once more from the first one on, those that stand there already are left out. */
final class ResumedLines implements Consumer<String> {
    private final Consumer<String> console;
    private long shown;
    private long seen;

    ResumedLines(Consumer<String> console) {
        this.console = console;
    }

    /** The lines come once more. */
    void again() {
        seen = 0;
    }

    @Override
    public void accept(String line) {
        seen++;
        if (seen > shown) {
            console.accept(line);
            shown++;
        }
    }
}
