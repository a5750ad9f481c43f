package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
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
import java.util.Optional;

/** {@code map_values} and {@code to_category}: a value for each value. */
final class Mappings {
    /** A dict, as it was given. */
    static final Expectation MAPPING = new Expectation("a dict", (given, call) -> {
        if (given.value() instanceof Collection.DictValue dict && !dict.entries().isEmpty()) {
            return Optional.of(new Taken.Raw(given));
        }
        call.context().report(noMapping(given, call));
        return Optional.empty();
    });

    /** The value for everything else, as it was given. */
    static final Expectation DEFAULT = Expect.anything("a value, or None");

    private Mappings() {}

    private static Diagnostic noMapping(Given given, Call call) {
        Context context = call.context();
        String text = Words.source(given.span(), context);
        Optional<Diagnostic> accident = context.accident(given.value());
        if (accident.isPresent()) {
            return accident.get();
        }
        if (given.value() instanceof Collection.DictValue) {
            return Diagnostic.error(QueryCode.MAPPING_NEEDED, given.span(), "the mapping is empty, so the result has no type")
                    .hint("give at least one pair: {" + "\"…\": \"…\"}");
        }
        Diagnostic found = Diagnostic.error(
                QueryCode.MAPPING_NEEDED,
                given.span(),
                Words.tick(call.entry().name()) + " wants a dict from " + Words.several(call.receiver().type()) + " to categories; " + Words.tick(text) + " is " + given.value().kind());
        return call.receiver().type().isCode()
                ? found.hint("read the codelist with its categories: `codelist_from_csv(…, column=…, category_column=…)`")
                : found.hint("for example {\"a\": \"label a\", \"b\": \"label b\"}");
    }

    static EvaluatedValue build(Call call) {
        Given given = call.given(call.entry().parameters().getFirst().name()).orElseThrow();
        Collection.DictValue dict = (Collection.DictValue) given.value();
        Context context = call.context();
        Type type = call.receiver().type();
        List<EvaluatedValue> wrong = new ArrayList<>();
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            if (entry.key() instanceof Poison || entry.value() instanceof Poison) {
                return new Poison(call.site().whole());
            }
            if (Literals.as(entry.key(), type).isEmpty()) {
                wrong.add(entry.key());
            }
        }
        if (!wrong.isEmpty()) {
            return call.refuse(wrongKeys(wrong, dict.entries().size(), given, type, call));
        }
        Build build = call.build();
        List<CaseValues.Part> parts = new ArrayList<>();
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            Series key = build.value(Literals.as(entry.key(), type).orElseThrow(), type);
            Series condition = build.apply(Operator.EQ, call.receiver(), key);
            Span span = written(entry.value(), given.span(), context);
            parts.add(new CaseValues.Part(condition, call.site().receiver(), entry.value(), span));
        }
        Optional<Given> otherwise = call.given("default");
        EvaluatedValue fallback = otherwise.<EvaluatedValue>map(Given::value).orElseGet(() -> new NoneValue(call.site().whole()));
        Span fallbackSpan = otherwise.map(Given::span).orElse(call.site().whole());
        return CaseValues.build(parts, fallback, fallbackSpan, call.site().whole(), context);
    }

    private static Span written(EvaluatedValue value, Span fallback, Context context) {
        return value.origin().hasFile() && !context.sourceText(value.origin()).isEmpty() ? value.origin() : fallback;
    }

    private static Diagnostic wrongKeys(List<EvaluatedValue> wrong, int total, Given given, Type type, Call call) {
        Context context = call.context();
        EvaluatedValue first = wrong.getFirst();
        Span place = written(first, given.span(), context);
        if (type.isCode() && wrong.stream().allMatch(TextValue.class::isInstance)) {
            boolean literal = context.sourceText(place).matches("(?s)[\"'].*[\"']");
            List<TextValue> texts = wrong.stream().map(TextValue.class::cast).toList();
            return CodeMisses.of(texts, total, type, place, literal, Containers.column(call));
        }
        return Misfits.explain(first, place, type, new Asker(wanted -> "the keys must be of the column's type, " + wanted), context);
    }
}
