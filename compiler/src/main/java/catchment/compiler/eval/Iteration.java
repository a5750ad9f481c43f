package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is gone through: by an unpacking or {@code list(…)} as it is now, by a loop as it is when each turn begins. */
public final class Iteration {
    private Iteration() {}

    /**
     * The elements of a value, as they are now.
     *
     * @param syntax where the value stands
     * @return empty for poison, and after a report for what has no elements
     */
    public static Optional<List<EvaluatedValue>> elements(EvaluatedValue value, Span syntax, Context context) {
        Optional<List<EvaluatedValue>> elements = found(value, syntax, context);
        elements.ifPresent(all -> context.scanned(all.size()));
        return elements;
    }

    /**
     * A walk through a value, which sees what changes on the way.
     *
     * @param syntax where the value stands
     * @return empty for poison, and after a report for what has no elements
     */
    static Optional<Walk> walk(EvaluatedValue value, Span syntax, Context context) {
        return switch (value) {
            case Collection.ListValue list -> Optional.of(Walk.live(list, context));
            case Collection.DictValue dict -> Optional.of(Walk.keyed("dict", dict.entries(), (_, entry) -> entry.key(), syntax, context));
            case Collection.SetValue set -> Optional.of(Walk.keyed("set", set.elements(), (_, element) -> element, syntax, context));
            case DictView view -> Optional.of(view.walk(syntax, context));
            case IteratorValue iterator -> Optional.of(iterator.remaining());
            default -> found(value, syntax, context).map(elements -> Walk.over(elements, context));
        };
    }

    private static Optional<List<EvaluatedValue>> found(EvaluatedValue value, Span syntax, Context context) {
        return switch (value) {
            case Poison _ -> Optional.empty();
            case Collection.ListValue list -> Optional.of(List.copyOf(list.elements()));
            case Collection.TupleValue tuple -> Optional.of(tuple.elements());
            case Collection.SetValue set -> Optional.of(List.copyOf(set.elements().values()));
            case Collection.DictValue dict -> Optional.of(dict.entries().values().stream()
                    .map(Collection.DictValue.Entry::key)
                    .toList());
            case TextValue text -> Optional.of(characters(text));
            case Behaviour behaviour -> {
                int before = context.findings();
                Optional<List<EvaluatedValue>> elements = behaviour.iterate(syntax, context);
                if (elements.isEmpty() && context.findings() == before) {
                    refuse(value, syntax, context);
                }
                yield elements;
            }
            case NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, DateValue _ -> {
                refuse(value, syntax, context);
                yield Optional.empty();
            }
        };
    }

    private static List<EvaluatedValue> characters(TextValue text) {
        List<EvaluatedValue> characters = new ArrayList<>();
        text.value().codePoints().forEach(point -> characters.add(new TextValue(Character.toString(point), text.origin())));
        return characters;
    }

    private static void refuse(EvaluatedValue value, Span syntax, Context context) {
        Optional<Diagnostic> accident = context.accident(value);
        if (accident.isPresent()) {
            context.report(accident.get());
            return;
        }
        if (value instanceof NativeFunction function && function.isMethod()) {
            context.report(Diagnostic.error(
                            EvalCode.CALL_MISSING, syntax, "`" + function.name() + "` is a method; add `()` to use it")
                    .hint("`" + context.sourceText(syntax) + "()`")
                    .fix(syntax.after(), "()"));
            return;
        }
        Diagnostic finding = Diagnostic.error(
                EvalCode.NOT_ITERABLE, syntax, value.kind() + " has no elements to go through");
        context.report(
                value instanceof IntegerValue
                        ? finding.hint("to count, write `range(" + context.sourceText(syntax) + ")`")
                        : finding);
    }
}
