package catchment.compiler.query;

import catchment.compiler.definition.Spans;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What {@code is_in} takes: a list, tuple, set or dict (its keys) of values, or an event series. */
final class Containers {
    private Containers() {}

    static Optional<Taken> take(Given given, Call call) {
        Type type = call.receiver().type();
        return switch (given.value()) {
            case Collection collection when call.context().accident(collection).isEmpty() ->
                    fixed(elements(collection), collection, given, type, call);
            case SeriesValue series when !series.perPatient() -> own(series, given, type, call);
            default -> {
                call.context().report(noContainer(given, type, call));
                yield Optional.empty();
            }
        };
    }

    /** The members of a collection; the keys of a dict. */
    static List<EvaluatedValue> elements(Collection collection) {
        return switch (collection) {
            case Collection.ListValue list -> list.elements();
            case Collection.TupleValue tuple -> tuple.elements();
            case Collection.SetValue set -> List.copyOf(set.elements().values());
            case Collection.DictValue dict ->
                    dict.entries().values().stream().map(Collection.DictValue.Entry::key).toList();
        };
    }

    private static Optional<Taken> own(SeriesValue series, Given given, Type type, Call call) {
        if (series.type() != type) {
            call.context().report(Misfits.explain(series, given.span(), type, Expect.asker(call), call.context()));
            return Optional.empty();
        }
        return Optional.of(new Taken.OfSet(new Build(call.context(), given.span()).add(new CombineAsSet(series.node()))));
    }

    private static Optional<Taken> fixed(
            List<EvaluatedValue> elements, Collection collection, Given given, Type type, Call call) {
        call.context().made(elements.size());
        LinkedHashSet<Object> values = new LinkedHashSet<>(elements.size() * 2);
        List<EvaluatedValue> wrong = new ArrayList<>();
        for (EvaluatedValue element : elements) {
            if (element instanceof Poison) {
                return Optional.empty();
            }
            Optional<Object> value = Literals.as(element, type);
            if (value.isPresent()) {
                values.add(value.get());
            } else {
                wrong.add(element);
            }
        }
        if (wrong.isEmpty()) {
            ValueSet set = new Build(call.context(), given.span()).add(new ValueSet(values, type));
            call.context()
                    .spans()
                    .add(new Spans.ListUse(
                            set,
                            call.context().shown(given.span()),
                            collection.origin(),
                            elements.isEmpty() ? Span.NONE : elements.getFirst().origin()));
            return Optional.of(new Taken.OfSet(set));
        }
        call.context().report(wrongMembers(wrong, elements, collection, given, type, call));
        return Optional.empty();
    }

    private static Diagnostic wrongMembers(
            List<EvaluatedValue> wrong,
            List<EvaluatedValue> elements,
            Collection collection,
            Given given,
            Type type,
            Call call) {
        Context context = call.context();
        EvaluatedValue first = wrong.getFirst();
        Span place = inDefinition(first.origin(), context) ? first.origin() : given.span();
        if (type.isCode() && wrong.stream().allMatch(TextValue.class::isInstance)) {
            List<TextValue> texts = wrong.stream().map(TextValue.class::cast).toList();
            boolean literal = context.sourceText(place).matches("(?s)[\"'].*[\"']");
            boolean file = context.sourceText(place).equals(texts.getFirst().value());
            return CodeMisses.of(texts, elements.size(), type, literal || file ? place : given.span(), literal, column(call));
        }
        if (wrong.stream().allMatch(IntegerValue.class::isInstance) && (type.isCode() || type == Type.STR)) {
            return numbers(wrong, elements, collection, given, type, call);
        }
        if (first instanceof NoneValue) {
            return Diagnostic.error(
                            QueryCode.COMPARE_WITH_NONE,
                            place,
                            "None in a list of " + Words.several(type) + ": a missing value is equal to nothing")
                    .hint("take it out, and add " + Words.tick("| " + Words.source(call.site().receiver(), context) + ".is_null()") + " for missing values");
        }
        if (first instanceof SeriesValue) {
            return Diagnostic.error(
                            EvalCode.ARGUMENT_KIND,
                            place,
                            Words.tick(call.entry().name()) + " compares with fixed values; " + Words.tick(Words.source(place, context)) + " differs per patient")
                    .hint("compare one by one and join with |: `(a == b) | (a == c)`");
        }
        Asker asker = new Asker(wanted -> "the list needs " + wanted + " throughout");
        return Misfits.explain(first, place, type, asker, context);
    }

    /** Codes that were written as numbers: one finding for the list, with the whole list in quotes. */
    private static Diagnostic numbers(
            List<EvaluatedValue> wrong,
            List<EvaluatedValue> elements,
            Collection collection,
            Given given,
            Type type,
            Call call) {
        Context context = call.context();
        Span place = Literals.place(collection, given.span(), context);
        boolean many = wrong.size() > 1;
        String subject = type.isCode() ? "clinical codes are text, even when all are digits" : "the list needs texts throughout";
        Diagnostic found = Diagnostic.error(
                type.isCode() ? QueryCode.CODE_AS_NUMBER : QueryCode.TYPE_MISMATCH,
                place,
                subject + "; here " + (many ? wrong.size() + " are numbers" : "one is a number"));
        String text = context.sourceText(place);
        boolean rewritable = elements.size() <= 40
                && (text.startsWith("[") || text.startsWith("(") || text.startsWith("{"))
                && !(collection instanceof Collection.DictValue)
                && elements.stream().allMatch(element -> element instanceof IntegerValue || element instanceof TextValue);
        if (!rewritable) {
            return found.hint("put each in quotes; long codes lose digits when they are treated as numbers");
        }
        List<String> quoted = elements.stream()
                .map(element -> Words.quoted(element instanceof IntegerValue number ? Long.toString(number.value()) : ((TextValue) element).value()))
                .toList();
        String mended = text.charAt(0) + String.join(", ", quoted) + text.charAt(text.length() - 1);
        return found.hint("write " + Words.tick(mended.length() > 80 ? Words.some(quoted, 2) : mended)).fix(place, mended);
    }

    private static Diagnostic noContainer(Given given, Type type, Call call) {
        Context context = call.context();
        String text = Words.source(given.span(), context);
        String name = MethodCalls.called(call.site(), context).orElse(call.entry().name());
        EvaluatedValue value = given.value();
        Optional<Diagnostic> accident = context.accident(value);
        if (accident.isPresent()) {
            return accident.get();
        }
        if (value instanceof SeriesValue series) {
            String owner = Words.source(call.site().receiver(), context);
            String operator = name.equals("is_not_in") ? " != " : " == ";
            return Diagnostic.error(QueryCode.IS_IN_NEEDS_LIST, given.span(), Words.tick(name) + " wants a list; " + Words.tick(text) + " is one value per patient")
                    .hint(series.type() == type ? "write " + Words.tick(owner + operator + text) : "write a list of " + Words.several(type));
        }
        if (value instanceof FrameValue) {
            return Diagnostic.error(QueryCode.IS_IN_NEEDS_LIST, given.span(), Words.tick(name) + " wants a list or a column; " + Words.tick(text) + " is a table of rows")
                    .hint("name the column: " + Words.tick(text + ".…"));
        }
        if (Literals.own(value).isPresent()) {
            String inner = value instanceof IntegerValue number && (type.isCode() || type == Type.STR)
                    ? Words.quoted(Long.toString(number.value()))
                    : text;
            String several = type.isCode() ? "codes" : "values";
            Diagnostic found = Diagnostic.error(
                    QueryCode.IS_IN_NEEDS_LIST,
                    given.span(),
                    Words.tick(name) + " wants a list of " + several + "; " + Words.tick(text) + " is one " + (value instanceof TextValue ? "text" : "value"));
            if (value instanceof TextValue path && CodelistHints.isPath(path.value(), context)) {
                return CodelistHints.unread(found, path, given.span(), context);
            }
            return found.hint("write " + Words.tick("[" + inner + "]"))
                    .fix(given.span(), "[" + inner + "]");
        }
        return Misfits.noValue(value, given.span(), name + " wants a list", context);
    }

    /** The column that a call is made on, for the words about codes of another system. */
    static Optional<CodeMisses.Column> column(Call call) {
        if (!(call.receiver() instanceof SelectColumn column)) {
            return Optional.empty();
        }
        Optional<Span> name = call.site().receiverExpression()
                .filter(expression -> expression instanceof Expression.Attribute)
                .map(expression -> ((Expression.Attribute) expression).nameSpan());
        return Optional.of(new CodeMisses.Column(
                column.name(),
                name.orElse(call.site().receiver()),
                column.source().schema(),
                Words.full(call.site().receiver(), call.context())));
    }

    private static boolean inDefinition(Span span, Context context) {
        return span.hasFile() && !context.sourceText(span).isEmpty();
    }
}
