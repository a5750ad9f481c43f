package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Binds names, attributes and elements to values; changes and deletes them. */
final class Targets {
    private final Session session;

    Targets(Session session) {
        this.session = session;
    }

    /**
     * Assigns a value to a target.
     *
     * @param whole the statement
     */
    void assign(Expression target, EvaluatedValue value, Span whole) {
        switch (target) {
            case Expression.Name name -> session.scope().bind(name.name(), value, whole);
            case Expression.Parenthesized inner -> assign(inner.inner(), value, whole);
            case Expression.TupleDisplay tuple -> unpack(tuple.elements(), value, target.span(), whole);
            case Expression.ListDisplay list -> unpack(list.elements(), value, target.span(), whole);
            case Expression.Attribute attribute ->
                attribute(session.expressions().evaluate(attribute.target()), attribute, value, whole);
            case Expression.Subscript subscript -> element(subscript, value, whole);
            case Expression.Unsupported _ -> {}
            default -> session.report(Diagnostic.error(
                    EvalCode.NOT_ASSIGNABLE, target.span(), "nothing can be assigned to this expression"));
        }
    }

    private void attribute(EvaluatedValue object, Expression.Attribute target, EvaluatedValue value, Span whole) {
        if (object instanceof Poison) {
            return;
        }
        int before = session.findings();
        boolean set = object instanceof Behaviour behaviour
                && behaviour.setAttribute(target.name(), target.nameSpan(), value, whole, session);
        if (!set && session.findings() == before) {
            Diagnostic finding = Diagnostic.error(
                    EvalCode.NOT_ASSIGNABLE, target.span(), object.kind() + " has no attributes that can be set");
            session.report(session.accident(object)
                    .or(() -> Shadowing.explain(target.target(), finding, session))
                    .orElse(finding));
        }
    }

    private void element(Expression.Subscript target, EvaluatedValue value, Span whole) {
        EvaluatedValue object = session.expressions().evaluate(target.target());
        if (target.index() instanceof Expression.Slice slice) {
            switch (object) {
                case Poison _ -> {}
                case Collection.ListValue list -> new Slices(session).assign(list, slice, value, whole);
                default -> session.report(noPart(object, target, "set"));
            }
            return;
        }
        EvaluatedValue index = session.expressions().evaluate(target.index());
        if (object instanceof Poison) {
            return;
        }
        switch (object) {
            case Collection.DictValue dict -> {
                session.budget().allocate(1);
                Keys.put(dict, index, value, target.index().span(), session);
            }
            case Collection.ListValue list when !(index instanceof Poison) -> new Subscripts(session)
                    .place(list.elements().size(), index, "the list", target.index().span())
                    .ifPresent(place -> list.elements().set(place, value));
            case Collection.ListValue _ -> {}
            case Behaviour behaviour when behaviour.setSubscript(index, value, whole, session) -> {}
            default -> session.report(noPart(object, target, "set"));
        }
    }

    private Diagnostic noPart(EvaluatedValue object, Expression.Subscript target, String done) {
        return session.accident(object)
                .orElseGet(() -> Diagnostic.error(
                        EvalCode.NOT_ASSIGNABLE,
                        target.span(),
                        (target.index() instanceof Expression.Slice ? "slices of " : "elements of ") + object.kind() + " cannot be " + done));
    }

    private void unpack(List<Expression> targets, EvaluatedValue value, Span span, Span whole) {
        Optional<List<EvaluatedValue>> elements = Iteration.elements(value, span, session);
        int starred = 0;
        while (starred < targets.size() && !(targets.get(starred) instanceof Expression.Starred)) {
            starred++;
        }
        boolean open = starred < targets.size();
        int least = open ? targets.size() - 1 : targets.size();
        boolean fits = elements.isPresent()
                && (open ? elements.get().size() >= least : elements.get().size() == least);
        if (!fits) {
            if (elements.isPresent()) {
                session.report(Diagnostic.error(
                        EvalCode.UNPACK_COUNT,
                        span,
                        "there are " + targets.size() + " names here, and " + elements.get().size() + " values to share among them"));
            }
            targets.forEach(target -> assign(inner(target), new Poison(target.span()), whole));
            return;
        }
        List<EvaluatedValue> values = elements.get();
        int rest = values.size() - least;
        for (int i = 0; i < targets.size(); i++) {
            if (i < starred) {
                assign(targets.get(i), values.get(i), whole);
            } else if (i == starred) {
                assign(
                        inner(targets.get(i)),
                        new Collection.ListValue(values.subList(i, i + rest), targets.get(i).span()),
                        whole);
            } else {
                assign(targets.get(i), values.get(i - 1 + rest), whole);
            }
        }
    }

    private static Expression inner(Expression target) {
        return target instanceof Expression.Starred starred ? starred.operand() : target;
    }

    /** {@code target += value}: a list, set or dict is changed in place, all else is replaced. */
    void augment(Statement.AugmentedAssign statement) {
        EvaluatedValue before = session.expressions().evaluate(statement.target());
        EvaluatedValue value = session.expressions().evaluate(statement.value());
        if (before instanceof Poison || value instanceof Poison) {
            assign(statement.target(), new Poison(statement.span()), statement.span());
            return;
        }
        if (statement.operator() == BinaryOperator.ADD && before instanceof Collection.ListValue list) {
            ListMethods.extend(list, value, statement.value().span(), session);
            if (statement.target() instanceof Expression.Subscript part && part.index() instanceof Expression.Slice) {
                assign(part, list, statement.span());
            }
            return;
        }
        if (before instanceof Collection.SetValue set && !set.frozen() && value instanceof Collection.SetValue other) {
            Optional<EvaluatedValue> joined = SetMethods.binary(statement.operator(), set, other, statement.span());
            if (joined.isPresent() && joined.get() instanceof Collection.SetValue result) {
                set.elements().clear();
                set.elements().putAll(result.elements());
                return;
            }
        }
        if (statement.operator() == BinaryOperator.OR
                && before instanceof Collection.DictValue dict
                && value instanceof Collection.DictValue other) {
            dict.entries().putAll(other.entries());
            return;
        }
        Span between = new Span(
                statement.span().file(),
                statement.target().span().end(),
                statement.value().span().start());
        Operation operation = new Operation(
                statement.value(), statement.target().span(), statement.target(), between, statement.value());
        EvaluatedValue after = session.operators().binary(statement.operator(), before, value, operation);
        if (before instanceof Collection.ListValue list && after instanceof Collection.ListValue repeated && value instanceof IntegerValue) {
            list.elements().clear();
            list.elements().addAll(repeated.elements());
            after = list;
        }
        assign(statement.target(), after, statement.span());
    }

    void delete(Expression target) {
        switch (target) {
            case Expression.Name name -> {
                if (!session.scope().unbind(name.name())) {
                    session.expressions().evaluate(name);
                }
            }
            case Expression.Parenthesized inner -> delete(inner.inner());
            case Expression.TupleDisplay tuple -> tuple.elements().forEach(this::delete);
            case Expression.ListDisplay list -> list.elements().forEach(this::delete);
            case Expression.Subscript subscript -> deleteElement(subscript);
            default -> session.report(Diagnostic.error(
                    EvalCode.NOT_ASSIGNABLE, target.span(), "this cannot be deleted"));
        }
    }

    private void deleteElement(Expression.Subscript target) {
        EvaluatedValue object = session.expressions().evaluate(target.target());
        if (target.index() instanceof Expression.Slice slice) {
            switch (object) {
                case Poison _ -> {}
                case Collection.ListValue list -> new Slices(session).delete(list, slice);
                default -> session.report(noPart(object, target, "deleted"));
            }
            return;
        }
        EvaluatedValue index = session.expressions().evaluate(target.index());
        if (object instanceof Poison || index instanceof Poison) {
            return;
        }
        switch (object) {
            case Collection.DictValue dict -> {
                Optional<StaticKey> key = Keys.of(index, target.index().span(), session);
                if (key.isPresent() && dict.entries().remove(key.get()) == null) {
                    MissingKeys.refuse(dict, index, target.index().span(), session);
                }
            }
            case Collection.ListValue list -> new Subscripts(session)
                    .place(list.elements().size(), index, "the list", target.index().span())
                    .ifPresent(place -> list.elements().remove((int) place));
            default -> session.report(noPart(object, target, "deleted"));
        }
    }
}
