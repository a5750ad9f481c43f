package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.Optional;

/** A value that has formats of its own in f-strings: a date with a time. */
public interface Formatted extends Behaviour {
    /** Its text in a format. Empty after a report. */
    Optional<String> format(String specification, Span span, Context context);
}
