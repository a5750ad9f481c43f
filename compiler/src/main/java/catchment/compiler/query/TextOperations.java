package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What texts, and texts of several codes, have. */
final class TextOperations {
    private static final Receiver MULTI_CODE = Receiver.series(Type.ICD10_MULTI_CODE_STRING, Type.OPCS4_MULTI_CODE_STRING);

    private TextOperations() {}

    static List<Entry> entries() {
        return List.of(
                method("contains")
                        .on(Receiver.series(Type.STR))
                        .takes(parameter("text", Expect.SAME))
                        .gives("true/false")
                        .says("True where the text holds `text`, capitals and small letters told apart.")
                        .spec("strings/contains")
                        .builds(call -> call.give(Operator.STRING_CONTAINS, call.receiver(), call.series("text"))),
                method("contains")
                        .on(MULTI_CODE)
                        .takes(parameter("code", Expect.anything("a code, or the beginning of one")))
                        .gives("true/false")
                        .says("True where one of the codes is `code`, or begins with it.")
                        .spec("codes/several_codes")
                        .builds(TextOperations::containsCode),
                method("contains_any_of")
                        .on(MULTI_CODE)
                        .takes(parameter("codes", Expect.anything("a list of codes, or beginnings of codes")))
                        .gives("true/false")
                        .says("True where one of the codes is, or begins with, any of `codes`.")
                        .spec("codes/several_codes")
                        .builds(TextOperations::containsAnyOf));
    }

    private static EvaluatedValue containsCode(Call call) {
        Given given = call.given("code").orElseThrow();
        if (given.value() instanceof Collection collection && call.context().accident(collection).isEmpty()) {
            return call.refuse(Diagnostic.error(
                            EvalCode.ARGUMENT_KIND, given.span(), "contains wants one code; " + Words.tick(Words.source(given.span(), call.context())) + " is " + collection.kind())
                    .hint("for several codes: `contains_any_of(…)`")
                    .fix(call.site().name(), "contains_any_of"));
        }
        return prefix(given.value(), given.span(), 1, call)
                .<EvaluatedValue>map(text -> call.give(call.build().apply(Operator.STRING_CONTAINS, call.receiver(), text)))
                .orElseGet(() -> new Poison(call.site().whole()));
    }

    private static EvaluatedValue containsAnyOf(Call call) {
        Given given = call.given("codes").orElseThrow();
        if (!(given.value() instanceof Collection collection) || call.context().accident(given.value()).isPresent()) {
            return call.refuse(noList(given, call));
        }
        List<EvaluatedValue> elements = Containers.elements(collection);
        if (elements.isEmpty()) {
            return call.refuse(Diagnostic.error(QueryCode.LIST_EMPTY, given.span(), "the list of codes is empty, so there is nothing to look for")
                    .hint("give at least one code, or leave this condition out"));
        }
        List<Series> texts = new ArrayList<>();
        for (EvaluatedValue element : elements) {
            if (element instanceof Poison) {
                return new Poison(call.site().whole());
            }
            boolean written = element.origin().hasFile() && !call.context().sourceText(element.origin()).isEmpty();
            Optional<Series> text = prefix(element, written ? element.origin() : given.span(), elements.size(), call);
            if (text.isEmpty()) {
                return new Poison(call.site().whole());
            }
            texts.add(text.get());
        }
        Build build = call.build();
        Series found = build.apply(Operator.STRING_CONTAINS, call.receiver(), texts.getFirst());
        for (Series text : texts.subList(1, texts.size())) {
            found = build.or(found, build.apply(Operator.STRING_CONTAINS, call.receiver(), text));
        }
        return call.give(found);
    }

    private static Diagnostic noList(Given given, Call call) {
        Context context = call.context();
        String text = Words.source(given.span(), context);
        return context.accident(given.value())
                .orElseGet(() -> given.value() instanceof TextValue || given.value() instanceof CodeValue
                        ? Diagnostic.error(QueryCode.IS_IN_NEEDS_LIST, given.span(), "contains_any_of wants a list of codes; " + Words.tick(text) + " is one text")
                                .hint("write " + Words.tick("[" + text + "]"))
                                .fix(given.span(), "[" + text + "]")
                        : Misfits.noValue(given.value(), given.span(), "contains_any_of wants a list of codes", context));
    }

    /** A code, or the beginning of one, as text. */
    private static Optional<Series> prefix(EvaluatedValue value, Span span, int total, Call call) {
        Type type = call.receiver().type();
        Type code = type == Type.ICD10_MULTI_CODE_STRING ? Type.ICD10_CODE : Type.OPCS4_CODE;
        if (value instanceof CodeValue known && known.type() == code) {
            return Optional.of(call.build().value(known.text(), Type.STR));
        }
        if (value instanceof TextValue text && type.accepts(text.value())) {
            return Optional.of(call.build().value(text.value(), Type.STR));
        }
        call.context().report(noPrefix(value, span, total, code, type, call));
        return Optional.empty();
    }

    private static Diagnostic noPrefix(EvaluatedValue value, Span span, int total, Type code, Type type, Call call) {
        Context context = call.context();
        if (value instanceof TextValue text) {
            Span place = Literals.place(text, span, context);
            boolean literal = context.sourceText(place).matches("(?s)[\"'].*[\"']");
            String tidy = text.value().strip().replaceAll("[.\\s\\-]", "").toUpperCase(Locale.ROOT);
            if (!tidy.isEmpty() && type.accepts(tidy)) {
                Diagnostic found = Diagnostic.error(
                                QueryCode.CODE_FORMAT, place, Words.tick(Words.quoted(text.value())) + " is not written as " + Words.several(code) + " are")
                        .hint("write " + Words.tick(Words.quoted(tidy)));
                return literal ? found.fix(place, Words.quoted(tidy)) : found;
            }
            return text.value().isEmpty()
                    ? Diagnostic.error(QueryCode.CODE_FORMAT, place, "an empty text is no code").hint("take it out")
                    : CodeMisses.single(text, place, code, literal, Optional.empty());
        }
        if (value instanceof NoneValue && context.accident(value).isEmpty()) {
            return Diagnostic.error(QueryCode.COMPARE_WITH_NONE, span, "None is no code").hint("to test for a missing value: `.is_null()`");
        }
        if (value instanceof IntegerValue) {
            return Misfits.explain(value, span, code, Expect.asker(call), context);
        }
        return value instanceof SeriesValue
                ? Diagnostic.error(EvalCode.ARGUMENT_KIND, span, Words.tick(call.entry().name()) + " looks for fixed codes; " + Words.tick(Words.source(span, context)) + " differs per patient")
                : Misfits.explain(value, span, code, Expect.asker(call), context);
    }
}
