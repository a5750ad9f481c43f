package catchment.compiler.lint;

import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A comparison with a value that the column or {@code case} never has: {@code patients.sex == "F"}, a category of another spelling. It is false for everyone. And a
 * comparison with {@code ""} or {@code "NA"}, as files write a missing value: a missing value is equal to nothing.
 */
final class ValuesNeverTaken implements Rule {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "<na>");
    private static final int MOST_SHOWN = 8;

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        PossibleValues possible = new PossibleValues(study.graph().nodes());
        for (Node node : study.graph().nodes()) {
            if (node instanceof Function function && (function.operator() == Operator.EQ || function.operator() == Operator.NE)) {
                compared(function, possible, study, found);
            } else if (node instanceof In in && in.set() instanceof ValueSet set) {
                in(in, set, possible, study, found);
            }
        }
    }

    private static void compared(Function function, PossibleValues possible, Study study, Consumer<Diagnostic> found) {
        Series left = function.arguments().getFirst();
        Series right = function.arguments().getLast();
        Series series = left instanceof Value ? right : left;
        if (!((left instanceof Value ? left : right) instanceof Value value) || series instanceof Value) {
            return;
        }
        Optional<SequencedSet<Object>> values = possible.of(series);
        boolean isOne = values.isPresent() && values.get().contains(value.value());
        if (!isOne && isMissingWord(value) && series instanceof SelectColumn) {
            found.accept(emptyText(function, series, value, study));
        } else if (!isOne && values.isPresent()) {
            found.accept(never(series, List.of(value.value()), values.get(), literal(function, study), study));
        }
    }

    private static boolean isMissingWord(Value value) {
        return value.type() == Type.STR && MISSING.contains(((String) value.value()).strip().toLowerCase(Locale.ROOT));
    }

    private static Diagnostic emptyText(Function function, Series series, Value value, Study study) {
        String test = function.operator() == Operator.EQ ? ".is_null()" : ".is_not_null()";
        return LintCode.COMPARED_WITH_EMPTY_TEXT
                .at(literal(function, study), "`\"" + value.value() + "\"` is a text like any other; a missing value is equal to no text")
                .hint("write `" + bare(study.name(series, "…")) + test + "`");
    }

    private static String bare(String ticked) {
        return ticked.replace("`", "");
    }

    private static void in(In in, ValueSet set, PossibleValues possible, Study study, Consumer<Diagnostic> found) {
        Optional<SequencedSet<Object>> values = possible.of(in.value());
        if (values.isEmpty()) {
            return;
        }
        List<Object> wrong = new ArrayList<>(set.values());
        wrong.removeAll(values.get());
        if (!wrong.isEmpty() && !set.values().isEmpty()) {
            Span place = study.spans().of(set).filter(Span::hasFile).orElse(study.place(in));
            found.accept(never(in.value(), wrong, values.get(), place, study));
        }
    }

    /** The literal of a comparison as it was written; all of it where the value has another origin. */
    private static Span literal(Function function, Study study) {
        Span whole = study.place(function);
        if (study.text().at(whole).orElse(null) instanceof Expression.Comparison comparison && comparison.steps().size() == 1) {
            for (Expression side : List.of(comparison.steps().getFirst().operand(), comparison.first())) {
                if (StudyText.bare(side) instanceof Expression.StringLiteral || StudyText.bare(side) instanceof Expression.IntLiteral) {
                    return side.span();
                }
            }
        }
        return whole;
    }

    private static Diagnostic never(Series series, List<Object> wrong, SequencedSet<Object> values, Span place, Study study) {
        String subject = series instanceof SelectColumn column
                ? "`" + Rows.table(column.source()) + "." + column.name() + "`"
                : study.name(series, "this");
        String shown = values.stream().limit(MOST_SHOWN).map(ValuesNeverTaken::written).collect(Collectors.joining(", "));
        String more = values.size() > MOST_SHOWN ? " and " + (values.size() - MOST_SHOWN) + " more" : "";
        String first = written(wrong.getFirst());
        Diagnostic finding = LintCode.VALUE_NOT_IN_COLUMN.at(place, subject + " is never " + first);
        Optional<Object> meant = meant(wrong.getFirst(), values);
        if (meant.isPresent()) {
            finding = finding.hint("did you mean " + written(meant.get()) + "?");
            if (study.words(place).matches("\"[^\"]*\"|'[^']*'|[0-9]+")) {
                finding = finding.fix(place, bare(written(meant.get())));
            }
        }
        return finding.hint("it is " + shown + more);
    }

    private static String written(Object value) {
        return value instanceof String text ? "`\"" + text + "\"`" : "`" + value + "`";
    }

    /** The value that differs in case only, that alone begins so, or that is spelt most nearly so. */
    private static Optional<Object> meant(Object wrong, SequencedSet<Object> values) {
        if (!(wrong instanceof String text)) {
            return Optional.empty();
        }
        String start = text.strip().toLowerCase(Locale.ROOT);
        List<String> texts = values.stream().filter(String.class::isInstance).map(String.class::cast).toList();
        List<String> beginning = texts.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(start)).toList();
        Optional<String> same = texts.stream().filter(value -> value.strip().equalsIgnoreCase(start)).findFirst();
        return same.or(() -> beginning.size() == 1 && !start.isEmpty()
                        ? Optional.of(beginning.getFirst())
                        : NearNames.of(text, texts).stream().findFirst())
                .map(value -> value);
    }
}
