package catchment.compiler.query;

import static catchment.compiler.query.Entry.function;
import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.namedOptional;
import static catchment.compiler.query.Entry.parameter;
import static catchment.compiler.query.Entry.rest;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code case}, {@code when}, {@code then} and {@code otherwise}. */
final class CaseOperations {
    private CaseOperations() {}

    static List<Entry> entries() {
        return List.of(
                function("case")
                        .takes(
                                rest("cases", Expect.anything("when(…).then(…)")),
                                namedOptional("otherwise", Expect.anything("a value, or None"), "None"))
                        .gives("the type of the branches")
                        .says("The value of the first branch whose condition is true; `otherwise` where none is.")
                        .spec("cases/case")
                        .builds(CaseOperations::caseOf),
                function("when")
                        .takes(parameter("condition", Expect.of(Type.BOOL)))
                        .gives("the beginning of a branch")
                        .says("Begins a branch of a case.")
                        .spec("cases/case")
                        .builds(call -> new WhenValue(
                                call.series("condition"), call.given("condition").orElseThrow().span(), call.site().whole())),
                method("then")
                        .on(Receiver.of(Receiver.Kind.WHEN))
                        .takes(parameter("value", Expect.anything("a value, or None")))
                        .gives("a branch")
                        .says("Says what the branch gives where its condition is true.")
                        .spec("cases/case")
                        .builds(call -> {
                            WhenValue when = (WhenValue) call.receiverValue();
                            Given value = call.given("value").orElseThrow();
                            return new ThenValue(when.condition(), when.conditionSpan(), value.value(), value.span(), call.site().whole());
                        }),
                method("otherwise")
                        .on(Receiver.of(Receiver.Kind.THEN))
                        .takes(parameter("value", Expect.anything("a value, or None")))
                        .gives("the type of the branch")
                        .says("The branch's value where its condition is true, and `value` for all others.")
                        .spec("cases/case")
                        .builds(call -> {
                            ThenValue then = (ThenValue) call.receiverValue();
                            Given value = call.given("value").orElseThrow();
                            return CaseValues.build(List.of(part(then)), value.value(), value.span(), call.site().whole(), call.context());
                        }));
    }

    private static CaseValues.Part part(ThenValue then) {
        return new CaseValues.Part(then.condition(), then.conditionSpan(), then.value(), then.valueSpan());
    }

    private static EvaluatedValue caseOf(Call call) {
        List<CaseValues.Part> parts = new ArrayList<>();
        for (Given given : call.all("cases")) {
            if (!(given.value() instanceof ThenValue then)) {
                return call.refuse(noBranch(given, call));
            }
            parts.add(part(then));
        }
        if (parts.isEmpty()) {
            return call.refuse(Diagnostic.error(QueryCode.CASE_EMPTY, call.site().whole(), "a case without branches")
                    .hint("`case(when(…).then(…), otherwise=…)`"));
        }
        Optional<Given> otherwise = call.given("otherwise");
        EvaluatedValue fallback = otherwise.<EvaluatedValue>map(Given::value).orElseGet(() -> new NoneValue(call.site().whole()));
        Span fallbackSpan = otherwise.map(Given::span).orElse(call.site().whole());
        return CaseValues.build(parts, fallback, fallbackSpan, call.site().whole(), call.context());
    }

    private static Diagnostic noBranch(Given given, Call call) {
        String text = Words.source(given.span(), call.context());
        Optional<Diagnostic> accident = call.context().accident(given.value());
        if (accident.isPresent()) {
            return accident.get();
        }
        return switch (given.value()) {
            case WhenValue when -> CaseMisses.withoutThen(when, given.span(), call.context());
            case SeriesValue series when series.type() == Type.BOOL -> Diagnostic.error(
                            QueryCode.CASE_BRANCH, given.span(), Words.tick(text) + " is a condition; a branch says what to give where it holds")
                    .hint("write " + Words.tick("when(" + text + ").then(…)"));
            case SeriesValue _ -> CaseMisses.finished(given, call);
            default -> Literals.own(given.value()).isPresent()
                    ? Diagnostic.error(QueryCode.CASE_BRANCH, given.span(), "a branch is when(…).then(…), not a value alone")
                            .hint("for all others: " + Words.tick("otherwise=" + text))
                            .fix(given.span().before(), "otherwise=")
                    : Diagnostic.error(QueryCode.CASE_BRANCH, given.span(), "a branch is when(…).then(…); " + Words.tick(text) + " is " + given.value().kind())
                            .hint("`case(when(…).then(…), otherwise=…)`");
        };
    }
}
