package catchment.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.FormatPart;
import catchment.grammar.syntax.Statement;
import org.junit.jupiter.api.Test;

final class SpansTest {
    private static Expression value(String text) {
        return ((Statement.Assign) Parsing.reads(text).module().statements().getLast()).value();
    }

    private static void spans(Span span, int line, int start, int end) {
        assertThat(span).isEqualTo(Span.of("study.ehrql", line, start, end));
    }

    @Test
    void columnsCountCodePoints() {
        spans(value("x = '🩺🩺' + y").span(), 1, 5, 13);
        Expression.Binary sum = (Expression.Binary) value("x = '🩺🩺' + y");
        spans(sum.steps().getFirst().operand().span(), 1, 12, 13);
    }

    @Test
    void aTabIsOneColumn() {
        Statement.If choice = (Statement.If) Parsing.reads("if a:\n\tx\t= y").module().statements().getFirst();
        Statement.Assign assign = (Statement.Assign) choice.branches().getFirst().body().getFirst();
        spans(assign.targets().getFirst().span(), 2, 2, 3);
        spans(assign.value().span(), 2, 6, 7);
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
        spans(value("\ufeffx = y").span(), 1, 5, 6);
    }

    @Test
    void anyEndOfLineEndsALine() {
        spans(value("a = 1\r\nb = 2\rc = 3\nd = yes").span(), 4, 5, 8);
    }

    @Test
    void aValueOverSeveralLinesEndsWhereItsBracketCloses() {
        Span span = value("x = f(\n  a,\n)").span();
        assertThat(span.start().line()).isEqualTo(1);
        assertThat(span.end().line()).isEqualTo(3);
        assertThat(span.end().column()).isEqualTo(2);
    }

    @Test
    void theValuesInAnFStringStandWhereTheyAreWritten() {
        Expression.FormatString text = (Expression.FormatString) value("x = f'🩺{ab:{w}}'");
        FormatPart.Interpolation part = (FormatPart.Interpolation) text.parts().get(1);
        spans(part.value().span(), 1, 9, 11);
        FormatPart.Interpolation width = (FormatPart.Interpolation) part.specification().getFirst();
        spans(width.value().span(), 1, 13, 14);
        spans(part.span(), 1, 8, 16);
    }

    @Test
    void namesArgumentsAndOperatorsHaveSpansOfTheirOwn() {
        Expression.Call call = (Expression.Call) value("x = a.bc(d=1)");
        Expression.Attribute function = (Expression.Attribute) call.function();
        spans(function.nameSpan(), 1, 7, 9);
        spans(call.argumentsSpan(), 1, 9, 14);
        spans(call.arguments().getFirst().span(), 1, 10, 13);
        Expression.Comparison comparison = (Expression.Comparison) value("x = a not  in b");
        spans(comparison.steps().getFirst().operatorSpan(), 1, 7, 14);
    }

    @Test
    void aBlockEndsWithItsLastStatement() {
        Statement loop = Parsing.reads("for a in b:\n    c = 1\n\n# later\nd = 2").module().statements().getFirst();
        assertThat(loop.span().end().line()).isEqualTo(2);
        spans(((Statement.For) loop).keyword(), 1, 1, 4);
    }

    @Test
    void aMistakeOnALineWithAstralCharactersStandsAtItsColumn() {
        Parsing.fails("x = ['🩺'^ ^'🩺🩺', 1]".replace("^ ^'🩺🩺'", ", '🩺🩺'^ ^2"), SyntaxCode.COMMA_MISSING);
    }

    @Test
    void aColumnFarAlongALineIsFoundAtOnce() {
        SourceText source = new SourceText("study.ehrql", "🩺".repeat(300_000));
        assertThat(source.position(500_000).column()).isEqualTo(250_001);
    }
}
