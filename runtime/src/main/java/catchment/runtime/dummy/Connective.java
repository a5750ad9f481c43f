package catchment.runtime.dummy;

import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Long chains of {@code &} and {@code |}, taken apart without recursion. */
final class Connective {
    private Connective() {}

    /** {@code a & b & c} as its three operands, in order; another series as itself. */
    static List<Series> operands(Series series, Operator operator) {
        List<Series> found = new ArrayList<>();
        Deque<Series> open = new ArrayDeque<>(List.of(series));
        while (!open.isEmpty()) {
            Series one = open.pop();
            if (one instanceof Function function && function.operator() == operator) {
                open.push(function.arguments().getLast());
                open.push(function.arguments().getFirst());
            } else {
                found.add(one);
            }
        }
        return found;
    }
}
