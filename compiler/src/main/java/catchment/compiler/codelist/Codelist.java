package catchment.compiler.codelist;

import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The codes of a file, in order of first appearance, each once.
 *
 * @param entries the codes
 */
public record Codelist(List<Entry> entries) {
    /**
     * One code.
     *
     * @param code without blanks around it; never empty
     * @param span where it stands in the file
     * @param category what the last row of this code says; empty where no category was asked for
     * @param categorySpan where that stands
     */
    public record Entry(String code, Span span, Optional<String> category, Span categorySpan) {}

    public Codelist {
        entries = List.copyOf(entries);
    }
}
