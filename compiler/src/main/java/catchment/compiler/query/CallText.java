package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;

/** Finds the end of the call that follows a method's name, in the text. */
final class CallText {
    private CallText() {}

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
