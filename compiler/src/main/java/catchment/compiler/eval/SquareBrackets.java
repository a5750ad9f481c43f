package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;

/** {@code patients.age_on["2020-01-01"]}: square brackets where a call was meant. */
public final class SquareBrackets {
    private SquareBrackets() {}

    /** The finding with what to write, round brackets. The closing one may be of either kind in the text. */
    public static Diagnostic round(Diagnostic found, Expression.Subscript syntax, Context context) {
        Span target = syntax.target().span();
        Span inside = syntax.index().span();
        String mended = context.sourceText(target) + "(" + context.sourceText(inside) + ")";
        Diagnostic hinted = found.hint("arguments stand in round brackets: `" + mended.replaceAll("\\s*\\R\\s*", " ") + "`");
        Position end = syntax.span().end();
        boolean touches = context.sourceText(new Span(target.file(), target.end(), right(target.end()))).equals("[");
        if (!touches || end.column() == 1) {
            return hinted;
        }
        Span closer = new Span(target.file(), new Position(end.line(), end.column() - 1), end);
        return hinted.fix(new Span(target.file(), target.end(), right(target.end())), "(").fix(closer, ")");
    }

    private static Position right(Position position) {
        return new Position(position.line(), position.column() + 1);
    }
}
