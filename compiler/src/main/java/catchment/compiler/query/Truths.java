package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.TruthUse;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said where Python wants one truth and there is one per patient. */
final class Truths {
    private Truths() {}

    static Diagnostic refusal(Behaviour value, TruthUse use, Context context) {
        return switch (use.kind()) {
            case AND -> wordOperator("and", "&", use, context);
            case OR -> wordOperator("or", "|", use, context);
            case NOT -> not(value, use, context);
            case CHAINED_COMPARISON -> chained(use, context);
            case IF -> condition(value, use, context);
            case CONDITIONAL_EXPRESSION -> conditional(value, use, context);
            case COMPREHENSION_CONDITION, ASSERT, IN, BUILTIN -> other(value, use, context);
        };
    }

    private static Diagnostic wordOperator(String word, String symbol, TruthUse use, Context context) {
        Diagnostic found = Diagnostic.error(
                        QueryCode.WORD_OPERATOR, use.keyword(), Words.tick(word) + " cannot combine columns; " + Words.tick(symbol) + " does")
                .hint(word + " decides once, while the definition is read; " + symbol + " decides for every patient");
        if (Source.bare(use.whole()) instanceof Expression.BooleanChain chain) {
            String mended = chain.operands().stream()
                    .map(operand -> Source.operand(operand, context))
                    .collect(Collectors.joining(" " + symbol + " "));
            Span whole = chain.span();
            return found.hint("write " + Words.tick(mended)).fix(whole, mended);
        }
        return found;
    }

    private static Diagnostic not(Behaviour value, TruthUse use, Context context) {
        String operand = value instanceof FrameValue
                ? Source.primary(use.operand(), context) + ".exists_for_patient()"
                : Source.primary(use.operand(), context);
        Span span = use.keyword().to(use.operand().span());
        return Diagnostic.error(QueryCode.WORD_OPERATOR, use.keyword(), "not cannot turn a column around; ~ does")
                .hint("write " + Words.tick("~" + operand))
                .fix(span, "~" + operand);
    }

    private static Diagnostic chained(TruthUse use, Context context) {
        Diagnostic found = Diagnostic.error(
                QueryCode.CHAINED_COMPARISON, use.whole().span(), "a chain like a <= b < c works on numbers, not on columns");
        if (Source.bare(use.whole()) instanceof Expression.Comparison chain) {
            String mended = halves(chain, context);
            return found.hint("write " + Words.tick(mended)).fix(chain.span(), mended);
        }
        return found;
    }

    private static String halves(Expression.Comparison chain, Context context) {
        List<String> halves = new ArrayList<>();
        Expression left = chain.first();
        for (Expression.ComparisonStep step : chain.steps()) {
            halves.add("(" + Words.full(left.span(), context) + " " + step.operator().symbol() + " "
                    + Words.full(step.operand().span(), context) + ")");
            left = step.operand();
        }
        return String.join(" & ", halves);
    }

    private static String conditionText(Behaviour value, Expression operand, Context context) {
        String text = Words.full(operand.span(), context);
        return switch (value) {
            case FrameValue _ -> text + ".exists_for_patient()";
            case SeriesValue series when series.type() != catchment.compiler.model.Type.BOOL ->
                    Source.primary(operand, context) + ".is_not_null()";
            default -> text;
        };
    }

    private static Diagnostic condition(Behaviour value, TruthUse use, Context context) {
        String text = Words.source(use.operand().span(), context);
        return Diagnostic.error(
                        QueryCode.CONDITION_PER_PATIENT,
                        use.operand().span(),
                        "if chooses once, while the definition is read, but " + Words.tick(text) + " differs per patient")
                .hint("write " + Words.tick("when(" + conditionText(value, use.operand(), context) + ").then(…).otherwise(…)"));
    }

    private static Diagnostic conditional(Behaviour value, TruthUse use, Context context) {
        String text = Words.source(use.operand().span(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.CONDITION_PER_PATIENT,
                use.operand().span(),
                "if … else chooses once, while the definition is read, but " + Words.tick(text) + " differs per patient");
        if (Source.bare(use.whole()) instanceof Expression.Conditional conditional) {
            String mended = "when(" + conditionText(value, use.operand(), context) + ").then("
                    + Words.full(conditional.yes().span(), context) + ").otherwise("
                    + Words.full(conditional.no().span(), context) + ")";
            return found.hint("write " + Words.tick(mended)).fix(conditional.span(), mended);
        }
        return found;
    }

    private static Diagnostic other(Behaviour value, TruthUse use, Context context) {
        String text = Words.source(use.operand().span(), context);
        return Diagnostic.error(
                        QueryCode.CONDITION_PER_PATIENT,
                        use.operand().span(),
                        "one true or false is wanted while the definition is read, but " + Words.tick(text) + " differs per patient")
                .hint("join conditions with & and |, and turn them around with ~");
    }
}
