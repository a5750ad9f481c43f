package catchment.compiler.lint;

import catchment.compiler.model.Chains;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A condition that is to hold, or not to hold.
 *
 * @param series true or false
 * @param holds false where {@code ~} stands before it
 */
record Condition(Series series, boolean holds) {
    /** More parts than these are left out of {@link #parts}. */
    static final int MOST = 100;

    /** What must hold, each for itself, for a condition to hold: the parts of {@code a & b}, of {@code ~(a | b)}. In order, at most a hundred. */
    static List<Condition> parts(Series condition) {
        List<Condition> parts = new ArrayList<>();
        Deque<Condition> open = new ArrayDeque<>();
        open.push(new Condition(condition, true));
        while (!open.isEmpty() && parts.size() < MOST) {
            Condition next = open.pop();
            if (next.series() instanceof Function function && function.operator() == Operator.NOT) {
                open.push(new Condition(function.arguments().getFirst(), !next.holds()));
                continue;
            }
            List<Series> operands = Chains.operands(next.series(), next.holds() ? Operator.AND : Operator.OR);
            if (operands.getFirst() == next.series()) {
                parts.add(next);
            } else {
                operands.reversed().forEach(operand -> open.push(new Condition(operand, next.holds())));
            }
        }
        return parts;
    }
}
