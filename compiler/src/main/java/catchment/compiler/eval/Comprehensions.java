package catchment.compiler.eval;

import catchment.grammar.syntax.Clause;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates comprehensions of every kind. */
final class Comprehensions {
    private final Session session;

    Comprehensions(Session session) {
        this.session = session;
    }

    EvaluatedValue evaluate(Expression.Comprehension comprehension) {
        List<EvaluatedValue> elements = new ArrayList<>();
        Collection.SetValue set = new Collection.SetValue(false, comprehension.span());
        Collection.DictValue dict = new Collection.DictValue(comprehension.span());
        Scope around = session.scope();
        session.frame().scope(new Scope(Scope.Kind.COMPREHENSION, Optional.of(around), Set.of()));
        session.frame().loops().push(comprehension.span());
        boolean known;
        try {
            known = turn(comprehension, 0, () -> {
                session.budget().allocate(1);
                EvaluatedValue element = session.expressions().evaluate(comprehension.element());
                return switch (comprehension.kind()) {
                    case LIST, GENERATOR -> elements.add(element);
                    case SET -> Keys.addAll(set, List.of(element), comprehension.element().span(), session);
                    case DICT -> {
                        EvaluatedValue value = comprehension
                                .value()
                                .map(session.expressions()::evaluate)
                                .orElseGet(() -> new NoneValue(comprehension.span()));
                        yield Keys.put(dict, element, value, comprehension.element().span(), session);
                    }
                };
            });
        } finally {
            session.frame().loops().pop();
            session.frame().scope(around);
        }
        if (!known) {
            return new Poison(comprehension.span());
        }
        return switch (comprehension.kind()) {
            case LIST -> new Collection.ListValue(elements, comprehension.span());
            case GENERATOR -> new IteratorValue("a generator", elements, comprehension.span());
            case SET -> set;
            case DICT -> dict;
        };
    }

    private interface Collect {
        /** Takes one element. False if it is unknown what it is. */
        boolean take();
    }

    /** Goes through one clause and those within it. False if what it yields is unknown. */
    private boolean turn(Expression.Comprehension comprehension, int depth, Collect collect) {
        if (depth == comprehension.clauses().size()) {
            return collect.take();
        }
        Clause clause = comprehension.clauses().get(depth);
        Optional<List<EvaluatedValue>> elements = Iteration.elements(
                session.expressions().evaluate(clause.iterable()), clause.iterable().span(), session);
        if (elements.isEmpty()) {
            return false;
        }
        boolean known = true;
        for (EvaluatedValue element : elements.get()) {
            session.budget().step();
            session.targets().assign(clause.target(), element, clause.target().span());
            Optional<Boolean> wanted = wanted(clause);
            if (wanted.isEmpty()) {
                return false;
            }
            if (wanted.get()) {
                known &= turn(comprehension, depth + 1, collect);
            }
        }
        return known;
    }

    private Optional<Boolean> wanted(Clause clause) {
        for (Expression condition : clause.conditions()) {
            TruthUse use = new TruthUse(
                    TruthUse.Kind.COMPREHENSION_CONDITION, condition, condition, condition.span());
            Optional<Boolean> truth =
                    session.operators().truth(session.expressions().evaluate(condition), use);
            if (truth.isEmpty() || !truth.get()) {
                return truth;
            }
        }
        return Optional.of(true);
    }
}
