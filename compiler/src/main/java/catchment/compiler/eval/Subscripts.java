package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What {@code value[index]} is. */
final class Subscripts {
    private final Session session;

    Subscripts(Session session) {
        this.session = session;
    }

    EvaluatedValue value(Expression.Subscript syntax) {
        EvaluatedValue target = session.expressions().evaluate(syntax.target());
        if (syntax.index() instanceof Expression.Slice slice) {
            return new Slices(session).value(target, slice, syntax);
        }
        int before = session.findings();
        EvaluatedValue index = session.expressions().evaluate(syntax.index());
        if (target instanceof Poison || index instanceof Poison || session.findings() != before) {
            return new Poison(syntax.span());
        }
        return switch (target) {
            case Collection.ListValue list -> element(list.elements(), index, syntax);
            case Collection.TupleValue tuple -> ofTuple(tuple, index, syntax);
            case TextValue text -> character(text, index, syntax);
            case Collection.DictValue dict -> entry(dict, index, syntax);
            case Behaviour behaviour -> behaviour(behaviour, index, syntax);
            case NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, DateValue _, Collection.SetValue _, Poison _ ->
                session.refuse(notSubscriptable(target, syntax));
        };
    }

    private EvaluatedValue ofTuple(Collection.TupleValue tuple, EvaluatedValue index, Expression.Subscript syntax) {
        boolean fits = index instanceof IntegerValue number && number.value() >= -1 && number.value() < tuple.elements().size();
        Optional<Diagnostic> accident = fits ? Optional.empty() : session.accident(tuple);
        return accident.isPresent()
                ? session.refuse(accident.get())
                : element(tuple.elements(), index, syntax);
    }

    private EvaluatedValue behaviour(Behaviour behaviour, EvaluatedValue index, Expression.Subscript syntax) {
        int before = session.findings();
        Optional<EvaluatedValue> value = behaviour.subscript(index, syntax, session);
        if (value.isPresent()) {
            return value.get();
        }
        return session.findings() != before
                ? new Poison(syntax.span())
                : session.refuse(notSubscriptable(behaviour, syntax));
    }

    Diagnostic notSubscriptable(EvaluatedValue target, Expression.Subscript syntax) {
        return session.accident(target).orElseGet(() -> {
            Diagnostic finding = Diagnostic.error(
                    EvalCode.NOT_SUBSCRIPTABLE,
                    syntax.span(),
                    target.kind() + " has no elements that `[…]` could take");
            if (target instanceof Collection.SetValue) {
                return finding.hint("a set has no order; make a list of it: `sorted(…)`");
            }
            boolean called = target instanceof FunctionValue || target instanceof NativeFunction || target.kind().equals("a method");
            return called ? SquareBrackets.round(finding, syntax, session) : finding;
        });
    }

    private EvaluatedValue element(List<EvaluatedValue> elements, EvaluatedValue index, Expression.Subscript syntax) {
        Optional<Integer> place = place(elements.size(), index, "the list", syntax.index().span());
        return place.map(elements::get).orElseGet(() -> new Poison(syntax.span()));
    }

    private EvaluatedValue character(TextValue text, EvaluatedValue index, Expression.Subscript syntax) {
        int[] points = text.value().codePoints().toArray();
        return place(points.length, index, "the text", syntax.index().span())
                .<EvaluatedValue>map(place -> new TextValue(Character.toString(points[place]), syntax.span()))
                .orElseGet(() -> new Poison(syntax.span()));
    }

    /** The place of an index in a sequence. Empty after a report. */
    Optional<Integer> place(int size, EvaluatedValue index, String what, Span span) {
        Optional<EvaluatedValue> number = Operators.number(index);
        if (number.isEmpty() || !(number.get() instanceof IntegerValue whole)) {
            session.report(session.accident(index)
                    .orElseGet(() -> Diagnostic.error(
                            EvalCode.ARGUMENT_KIND,
                            span,
                            "an element of " + what + " is taken by its number, and this is " + index.kind())));
            return Optional.empty();
        }
        long place = whole.value() < 0 ? whole.value() + size : whole.value();
        if (place < 0 || place >= size) {
            session.report(Diagnostic.error(
                            EvalCode.INDEX_OUT_OF_RANGE,
                            span,
                            what + (size == 0 ? " is empty" : " has " + size + (size == 1 ? " element" : " elements"))
                                    + ", so there is none at " + whole.value())
                    .hint("the first is at 0" + (size == 0 ? "" : ", the last at " + (size - 1))));
            return Optional.empty();
        }
        return Optional.of((int) place);
    }

    private EvaluatedValue entry(Collection.DictValue dict, EvaluatedValue index, Expression.Subscript syntax) {
        int before = session.findings();
        Optional<StaticKey> key = Keys.of(index, syntax.index().span(), session);
        if (key.isEmpty()) {
            return session.findings() == before
                    ? MissingKeys.refuse(dict, index, syntax.index().span(), session)
                    : new Poison(syntax.span());
        }
        Collection.DictValue.Entry entry = dict.entries().get(key.get());
        return entry != null ? entry.value() : MissingKeys.refuse(dict, index, syntax.index().span(), session);
    }
}
