package catchment.runtime.dummy;

import catchment.grammar.source.Span;
import java.util.List;

/**
 * What of a definition the patients of a data set never show: the {@code case} branches that nobody takes, the codelists that no record is in, the variables that
 * are never missing or always. What cannot be otherwise ({@code count_for_patient()} is never missing) is not expected.
 *
 * @param expected how many such things there are
 * @param missed those never reached, in order of their place in the source
 * @param impossible branches and lists beyond these that no patient can reach, whatever the data: not expected
 */
public record Coverage(int expected, List<Missed> missed, List<Missed> impossible) {
    public Coverage {
        missed = List.copyOf(missed);
        impossible = List.copyOf(impossible);
    }

    /** Several in one. */
    static Coverage together(List<Coverage> parts) {
        return new Coverage(
                parts.stream().mapToInt(Coverage::expected).sum(),
                parts.stream().flatMap(part -> part.missed().stream()).toList(),
                // What is possible for one purpose is possible.
                parts.stream().flatMap(part -> part.impossible().stream()).distinct()
                        .filter(one -> parts.stream().allMatch(part -> part.impossible().contains(one)))
                        .toList());
    }

    /** What kind of thing was never reached. */
    public enum Kind {
        /** A branch of a {@code case}, or its {@code otherwise}. */
        BRANCH,
        /** A list of codes, or of other values. */
        CODELIST,
        /** A variable that is missing for nobody. */
        NULL,
        /** A variable that is missing for everybody. */
        NOT_NULL
    }

    /**
     * Something never reached.
     *
     * @param kind what kind of thing
     * @param description what it is, in one line
     * @param span its place; {@link Span#NONE} if it has none
     */
    public record Missed(Kind kind, String description, Span span) {}
}
