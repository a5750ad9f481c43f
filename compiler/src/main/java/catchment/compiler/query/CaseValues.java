package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Case;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a {@code Case} of conditions and values, all of one type. */
final class CaseValues {
    private CaseValues() {}

    /**
     * A branch.
     *
     * @param condition true or false
     * @param value a series, a literal, or {@code None}
     */
    record Part(Series condition, Span conditionSpan, EvaluatedValue value, Span valueSpan) {}

    /** The case, or poison after a report. */
    static EvaluatedValue build(List<Part> parts, EvaluatedValue otherwise, Span otherwiseSpan, Span whole, Context context) {
        Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Case.Branch> branches = new ArrayList<>(parts.size());
        List<Typed> values = new ArrayList<>(parts.size() + 1);
        List<Taken.OfSeries> rows = new ArrayList<>(parts.size() * 2 + 1);
        for (Part part : parts) {
            if (!seen.add(part.condition())) {
                return context.refuse(repeated(part, context));
            }
            Optional<Optional<Series>> value = value(part.value(), part.valueSpan(), context);
            if (value.isEmpty()) {
                return new Poison(whole);
            }
            value.get().ifPresent(series -> values.add(new Typed(series, part.valueSpan(), false)));
            rows.add(new Taken.OfSeries(part.condition(), part.conditionSpan()));
            value.get().ifPresent(series -> rows.add(new Taken.OfSeries(series, part.valueSpan())));
            branches.add(new Case.Branch(part.condition(), value.get()));
        }
        Optional<Optional<Series>> fallback = value(otherwise, otherwiseSpan, context);
        if (fallback.isEmpty()) {
            return new Poison(whole);
        }
        fallback.get().ifPresent(series -> values.add(new Typed(series, otherwiseSpan, true)));
        fallback.get().ifPresent(series -> rows.add(new Taken.OfSeries(series, otherwiseSpan)));
        if (values.isEmpty()) {
            return context.refuse(Diagnostic.error(QueryCode.CASE_EMPTY, whole, "every branch is None, so the result has no type")
                    .hint("give at least one branch a value"));
        }
        Optional<Diagnostic> mixed = mixed(values, context);
        if (mixed.isPresent()) {
            return context.refuse(mixed.get());
        }
        if (!Rows.belongTogether(rows, whole, context)) {
            return new Poison(whole);
        }
        Build build = new Build(context, whole);
        return build.give(build.choose(branches, fallback.get()));
    }

    private record Typed(Series series, Span span, boolean otherwise) {}

    /** Empty after a report; the inner one is empty for {@code None}. */
    private static Optional<Optional<Series>> value(EvaluatedValue value, Span span, Context context) {
        if (value instanceof Poison) {
            return Optional.empty();
        }
        if (value instanceof NoneValue && context.accident(value).isEmpty()) {
            return Optional.of(Optional.empty());
        }
        return Operands.any(value, span, new Asker(_ -> "a branch gives a value"), context).map(Optional::of);
    }

    /** The finding for the first value whose type is not that of the most. */
    private static Optional<Diagnostic> mixed(List<Typed> values, Context context) {
        Type first = values.getFirst().series().type();
        Optional<Typed> other = values.stream().filter(value -> value.series().type() != first).findFirst();
        if (other.isEmpty()) {
            return Optional.empty();
        }
        long same = values.stream().filter(value -> value.series().type() == first).count();
        Typed odd = same == 1 && values.size() > 2 && same(values, other.get().series().type()) == values.size() - 1
                ? values.getFirst()
                : other.get();
        Type rest = odd == values.getFirst() ? other.get().series().type() : first;
        String text = Words.source(odd.span(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.CASE_TYPES_MIXED,
                odd.span(),
                (odd.otherwise() ? "otherwise gives " : "this branch gives ") + Words.a(odd.series().type()) + ", the others give " + Words.several(rest));
        return Optional.of(hints(found, odd, rest, text, context));
    }

    private static long same(List<Typed> values, Type type) {
        return values.stream().filter(value -> value.series().type() == type).count();
    }

    private static Diagnostic hints(Diagnostic found, Typed odd, Type rest, String text, Context context) {
        Type type = odd.series().type();
        if (type == Type.STR && rest == Type.DATE) {
            return found.hint("for a date beside date columns: " + Words.tick("date.fromisoformat(" + text + ")") + ", after `from datetime import date`");
        }
        if (type == Type.INT && rest == Type.FLOAT && text.matches("-?[0-9]+")) {
            return found.hint("write " + Words.tick(text + ".0")).fix(odd.span(), text + ".0");
        }
        if (type == Type.INT && rest == Type.FLOAT) {
            return found.hint("write " + Words.tick(text + ".as_float()"));
        }
        if (rest == Type.STR && text.matches("-?[0-9.]+|True|False")) {
            return found.hint("in quotes: " + Words.tick(Words.quoted(text))).fix(odd.span(), Words.quoted(text));
        }
        found = found.hint("make all of one type: " + Words.several(rest));
        return odd.otherwise() ? found.hint("or leave the rest missing: `otherwise=None`").fix(odd.span(), "None") : found;
    }

    private static Diagnostic repeated(Part part, Context context) {
        return Diagnostic.error(
                        QueryCode.CASE_REPEATED,
                        part.conditionSpan(),
                        "the same condition stands above: " + Words.tick(Words.source(part.conditionSpan(), context)) + " never gets here")
                .hint("take one of the two out, or mend its condition");
    }
}
