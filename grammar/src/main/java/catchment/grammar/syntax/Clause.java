package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.util.List;

/** {@code for target in iterable if condition …} of a comprehension. */
public record Clause(Expression target, Expression iterable, List<Expression> conditions, Span span)
        implements Syntax {
    public Clause {
        conditions = List.copyOf(conditions);
    }
}
