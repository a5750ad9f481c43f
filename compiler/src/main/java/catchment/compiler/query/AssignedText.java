package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;

/** Finds the parts of an assignment in its text. */
final class AssignedText {
    private AssignedText() {}

    /** Where the value of {@code target.name = value} stands; the whole where that cannot be told. */
    static Span value(Span nameSpan, Span whole, Context context) {
        if (!nameSpan.file().equals(whole.file()) || nameSpan.end().compareTo(whole.end()) >= 0) {
            return whole;
        }
        Span rest = new Span(whole.file(), nameSpan.end(), whole.end());
        String text = context.sourceText(rest);
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '=' && text.charAt(at) != ',') {
            return whole;
        }
        at++;
        int line = nameSpan.end().line();
        int column = nameSpan.end().column() + at;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\\')) {
            if (text.charAt(at) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
            at++;
        }
        int end = text.length();
        if (text.charAt(0) == ',' || whole.end().compareTo(nameSpan.end()) > 0 && isCall(nameSpan, whole, context)) {
            end = text.endsWith(")") ? end - 1 : end;
            Position last = end == text.length() ? whole.end() : new Position(whole.end().line(), whole.end().column() - 1);
            return new Span(whole.file(), new Position(line, column), last);
        }
        return new Span(whole.file(), new Position(line, column), whole.end());
    }

    /** True for {@code setattr(target, "name", value)}. */
    private static boolean isCall(Span nameSpan, Span whole, Context context) {
        return context.sourceText(new Span(whole.file(), whole.start(), nameSpan.start())).startsWith("setattr");
    }

    /** The target before the dot and the name. */
    static String owner(Span nameSpan, Span whole, Context context) {
        String before = context.sourceText(new Span(whole.file(), whole.start(), nameSpan.start())).strip();
        return before.endsWith(".") ? before.substring(0, before.length() - 1) : "dataset";
    }
}
