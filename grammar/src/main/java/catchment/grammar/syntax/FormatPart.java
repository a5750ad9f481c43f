package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.util.List;

/** A piece of an f-string. */
public sealed interface FormatPart extends Syntax {
    /** Text as it stands, escapes resolved. */
    record Literal(String text, Span span) implements FormatPart {}

    /**
     * {@code {value!r:spec}}.
     *
     * @param debug the text before {@code =} in {@code {x=}}, else empty
     * @param conversion {@code r}, {@code s}, {@code a}, or a space for none
     * @param specification the format after the colon, itself of literals and expressions
     */
    record Interpolation(
            Expression value, String debug, char conversion, List<FormatPart> specification, Span span)
            implements FormatPart {
        public Interpolation {
            specification = List.copyOf(specification);
        }
    }
}
