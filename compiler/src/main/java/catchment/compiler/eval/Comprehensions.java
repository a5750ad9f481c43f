package catchment.compiler.eval;

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
        Scope around = session.scope();
        Scope scope = new Scope(Scope.Kind.COMPREHENSION, Optional.of(around), Set.of());
        session.frame().scope(scope);
        session.frame().loops().push(comprehension.span());
        try {
            Turns turns = new Turns(comprehension, session);
            if (turns.failed()) {
                return new Poison(comprehension.span());
            }
            return switch (comprehension.kind()) {
                case GENERATOR -> new IteratorValue("a generator", new Generator(comprehension, turns, scope, session), comprehension.span());
                case LIST, SET, DICT -> collected(comprehension, turns);
            };
        } finally {
            session.frame().loops().pop();
            session.frame().scope(around);
        }
    }

    private EvaluatedValue collected(Expression.Comprehension comprehension, Turns turns) {
        List<EvaluatedValue> elements = new ArrayList<>();
        Collection.SetValue set = new Collection.SetValue(false, comprehension.span());
        Collection.DictValue dict = new Collection.DictValue(comprehension.span());
        boolean known = true;
        while (turns.next()) {
            session.budget().allocate(1);
            EvaluatedValue element = session.expressions().evaluate(comprehension.element());
            known &= switch (comprehension.kind()) {
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
        }
        if (!known || turns.failed()) {
            return new Poison(comprehension.span());
        }
        return switch (comprehension.kind()) {
            case LIST, GENERATOR -> new Collection.ListValue(elements, comprehension.span());
            case SET -> set;
            case DICT -> dict;
        };
    }
}
