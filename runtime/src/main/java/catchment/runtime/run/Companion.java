package catchment.runtime.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * A file about an output, which appears together with it or, if either cannot be written, not at all.
 *
 * @param file where, relative to the working directory
 * @param text what it says, once it is known how many rows each output table has
 */
public record Companion(Path file, Function<Map<String, Long>, String> text) {}
