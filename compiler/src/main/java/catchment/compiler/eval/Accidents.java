package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.util.List;

/** What is said where a value is there by accident: the tuple of a stray comma, the nothing of a function that forgot its {@code return}. */
final class Accidents {
    private Accidents() {}

    /** The place of a comma that is so many characters into {@code rest}. */
    static Span comma(Span rest, int characters, Session session) {
        SourceText source = session.sources().get(rest.file());
        int offset = source.offset(rest.start()) + characters;
        return source.span(offset, offset + 1);
    }

    static Diagnostic trailingComma(Span comma) {
        return Diagnostic.error(
                        EvalCode.TRAILING_COMMA, comma, "the comma at the end of this line makes a list of one (a tuple)")
                .hint("delete the comma")
                .fix(comma, "");
    }

    /** The place just below a function's body, where its {@code return} is missing. */
    static Span below(Statement.FunctionDefinition function) {
        Span last = function.body().getLast().span();
        Position place = last.end().column() == 1
                ? last.end()
                : new Position(last.end().line() + 1, 1);
        return new Span(last.file(), place, place);
    }

    static Diagnostic withoutReturn(Statement.FunctionDefinition function) {
        Span below = below(function);
        Diagnostic finding = Diagnostic.error(
                EvalCode.FUNCTION_WITHOUT_RETURN,
                below,
                "`" + function.name() + "` ends without `return`, so its result is nothing");
        String indent = " ".repeat(Math.max(4, function.body().getLast().span().start().column() - 1));
        List<Expression> targets = switch (function.body().getLast()) {
            case Statement.Assign assign -> assign.targets();
            default -> List.of();
        };
        if (targets.size() == 1 && targets.getFirst() instanceof Expression.Name name) {
            return finding.hint("add `return " + name.name() + "`: it is computed and never used")
                    .fix(below, indent + "return " + name.name() + "\n");
        }
        return finding.hint("end it with `return` and the value that it is called for");
    }
}
