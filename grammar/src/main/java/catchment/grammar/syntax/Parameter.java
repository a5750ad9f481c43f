package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.util.Optional;

/**
 * One parameter of a function; annotations mean nothing and are left out.
 *
 * @param defaultValue what it is where the call gives none
 */
public record Parameter(String name, Span nameSpan, Kind kind, Optional<Expression> defaultValue, Span span)
        implements Syntax {
    /** How it takes its argument. */
    public enum Kind {
        /** Before {@code /}. */
        POSITIONAL_ONLY,
        /** The usual. */
        POSITIONAL_OR_KEYWORD,
        /** {@code *args}. */
        REST,
        /** After {@code *}. */
        KEYWORD_ONLY,
        /** {@code **kwargs}. */
        KEYWORD_REST
    }
}
