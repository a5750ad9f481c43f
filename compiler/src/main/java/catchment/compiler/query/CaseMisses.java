package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What is said of unfinished {@code when}s. */
final class CaseMisses {
    private CaseMisses() {}

    /** {@code when(…)} where a value or a branch is wanted. */
    static Diagnostic withoutThen(WhenValue when, Span span, Context context) {
        String text = Words.source(span, context);
        return Diagnostic.error(QueryCode.WHEN_WITHOUT_THEN, span, Words.tick(text) + " is a condition without a value")
                .hint("write " + Words.tick(text + ".then(…)"));
    }

    /** {@code when(…).then(…)} where a value is wanted. */
    static Diagnostic incomplete(ThenValue then, Span span, Context context) {
        String text = Words.source(span, context);
        return Diagnostic.error(
                        QueryCode.WHEN_INCOMPLETE, span, Words.tick(text) + " says nothing about the patients for whom the condition does not hold")
                .hint("add `.otherwise(…)`, or `.otherwise(None)` for a missing value")
                .fix(span.after(), ".otherwise(None)");
    }

    /** A finished value among the branches of a case: mostly a branch with an {@code otherwise} of its own. */
    static Diagnostic finished(Given given, Call call) {
        Context context = call.context();
        String text = Words.source(given.span(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.CASE_BRANCH, given.span(), "a branch is when(…).then(…); " + Words.tick(text) + " is a finished value");
        Optional<CallText.Trailer> trailer = CallText.trailer("otherwise", given.span(), context);
        if (trailer.isEmpty()) {
            return found.hint("for all others: " + Words.tick("otherwise=" + text));
        }
        Span place = trailer.get().span();
        String value = Words.full(trailer.get().arguments(), context);
        List<Given> cases = call.all("cases");
        boolean alone = cases.stream().allMatch(other -> other == given || other.value() instanceof ThenValue);
        if (call.given("otherwise").isPresent()) {
            Diagnostic hinted = found.hint("leave " + Words.tick(Words.source(place, context)) + " out: the case has its `otherwise=` at the end");
            return alone ? hinted.fix(place, "") : hinted;
        }
        Diagnostic hinted = found.hint("leave " + Words.tick(Words.source(place, context)) + " out, and write "
                + Words.tick("otherwise=" + value) + " once, at the end of the case");
        return alone && cases.getLast() == given ? hinted.fix(place, ", otherwise=" + value) : hinted;
    }

    /** A second {@code when}, or a method of values, on a branch. */
    static Diagnostic unknown(ThenValue then, Expression.Attribute syntax, Context context) {
        String text = Words.source(syntax.target().span(), context);
        if (syntax.name().equals("when") || syntax.name().equals("elif_")) {
            return Diagnostic.error(QueryCode.WHEN_INCOMPLETE, syntax.nameSpan(), "several conditions belong into one case")
                    .hint("write " + Words.tick("case(" + text + ", when(…).then(…), otherwise=…)"));
        }
        if (syntax.name().equals("else_") || syntax.name().equals("default")) {
            return Diagnostic.error(QueryCode.RENAMED_METHOD, syntax.nameSpan(), Words.tick(syntax.name()) + " is called otherwise here")
                    .hint("write `.otherwise(…)`")
                    .fix(syntax.nameSpan(), "otherwise");
        }
        List<String> near = NearNames.of(syntax.name(), then.attributeNames());
        if (!near.isEmpty()) {
            return Diagnostic.error(QueryCode.UNKNOWN_METHOD, syntax.nameSpan(), "`when(…).then(…)` has no method " + Words.tick(syntax.name()))
                    .hint("did you mean " + Words.tick(near.getFirst()) + "?")
                    .fix(syntax.nameSpan(), near.getFirst());
        }
        return incomplete(then, syntax.target().span(), context);
    }
}
