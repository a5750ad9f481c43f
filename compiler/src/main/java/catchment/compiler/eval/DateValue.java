package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.time.LocalDate;

/** A {@code datetime.date}. */
public record DateValue(LocalDate value, Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "a date";
    }
}
