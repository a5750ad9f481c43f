package catchment.compiler.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chains of one operator, such as {@code a & b & c}, taken apart without recursion. What is itself such a chain and stands in one more than once is opened the first
 * time only, so that taking apart is linear in the nodes.
 */
public final class Chains {
    private Chains() {}

    /** {@code a & b & c} as its three operands, in written order, for {@code &}; what is no chain of this operator as itself. */
    public static List<Series> operands(Series whole, Operator operator) {
        return operands(whole, operator, _ -> true);
    }

    /**
     * The same where some of what the chain is made of stays whole.
     *
     * @param opened false for a part that is an operand, though a chain itself
     */
    public static List<Series> operands(Series whole, Operator operator, Predicate<Function> opened) {
        List<Series> operands = new ArrayList<>();
        Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Series> open = new ArrayDeque<>();
        open.push(whole);
        while (!open.isEmpty()) {
            Series next = open.pop();
            if (next instanceof Function function && function.operator() == operator && opened.test(function)) {
                if (seen.add(function)) {
                    function.arguments().reversed().forEach(open::push);
                }
            } else {
                operands.add(next);
            }
        }
        return operands;
    }

    /** What must all be true for a condition to be true: what {@code &} joins, each once, in written order. */
    public static List<Series> conjuncts(Series condition) {
        return List.copyOf(new LinkedHashSet<>(operands(condition, Operator.AND)));
    }
}
