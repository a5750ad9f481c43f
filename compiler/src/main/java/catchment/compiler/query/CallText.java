package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/** Finds the end of the call that follows a method's name, in the text. */
final class CallText {
    private CallText() {}

    /**
     * A method's call at the end of an expression.
     *
     * @param span from the dot to the end
     * @param arguments what stands between its parentheses
     */
    record Trailer(Span span, Span arguments) {}

    /** The call of that method with which the text at a place ends, outside of any brackets. Empty if it ends otherwise. */
    static Optional<Trailer> trailer(String method, Span place, Context context) {
        String text = context.sourceText(place);
        int begin = -1;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
                continue;
            }
            switch (c) {
                case '"', '\'' -> quote = c;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case '.' -> begin = depth == 0 ? i : begin;
                default -> {}
            }
        }
        String opening = "." + method + "(";
        if (begin < 0 || !text.startsWith(opening, begin) || !text.endsWith(")")) {
            return Optional.empty();
        }
        Position end = within(place, text, text.length());
        Span arguments = new Span(place.file(), within(place, text, begin + opening.length()), within(place, text, text.length() - 1));
        return Optional.of(new Trailer(new Span(place.file(), within(place, text, begin), end), arguments));
    }

    /** The place of a character of the text that begins where {@code place} does. */
    private static Position within(Span place, String text, int offset) {
        int line = place.start().line();
        int begin = 0;
        for (int next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
            line++;
            begin = next + 1;
        }
        int first = begin == 0 ? place.start().column() : 1;
        return new Position(line, first + text.codePointCount(begin, offset));
    }

    /** From the name to the end of its parentheses; the name alone where none follow on its line. */
    static Span call(Expression.Attribute syntax, Context context) {
        Span name = syntax.nameSpan();
        Span rest = new Span(name.file(), name.end(), new Position(name.end().line(), Integer.MAX_VALUE));
        String text = context.sourceText(rest);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == 0 && c != '(' || c == '\n') {
                return name;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                Position end = new Position(name.end().line(), name.end().column() + text.codePointCount(0, i + 1));
                return new Span(name.file(), name.start(), end);
            }
        }
        return name;
    }
}
