package catchment.compiler.lint;

import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Whether filters bound the dates of their rows. Generous: a comparison that mentions a date of the row in any way counts. */
final class Windows {
    private final Map<Series, Bounds> known = new IdentityHashMap<>();

    /**
     * What a filter says of the dates of its rows.
     *
     * @param start whether they have an earliest
     * @param end whether they have a latest
     */
    record Bounds(boolean start, boolean end) {
        static final Bounds NONE = new Bounds(false, false);

        Bounds or(Bounds other) {
            return new Bounds(start || other.start, end || other.end);
        }

        boolean none() {
            return !start && !end;
        }
    }

    /** What all filters of a frame say together. */
    Bounds of(Frame frame) {
        Bounds bounds = Bounds.NONE;
        for (Series condition : Rows.filters(frame)) {
            bounds = bounds.or(known.computeIfAbsent(condition, Windows::condition));
        }
        return bounds;
    }

    private static Bounds condition(Series condition) {
        Bounds bounds = Bounds.NONE;
        Deque<Node> open = new ArrayDeque<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.push(condition);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!(node instanceof Series series) || series.domain().isPatient() || !seen.add(node)) {
                continue;
            }
            if (series instanceof Function function && Compared.compares(function.operator())) {
                bounds = bounds.or(compared(new Condition(function, true)));
            } else if (series instanceof In in && mentionsDate(in.value())) {
                bounds = new Bounds(true, true);
            }
            Graph.children(node).forEach(open::push);
        }
        return bounds;
    }

    private static Bounds compared(Condition condition) {
        Compared compared = Compared.of(condition).orElseThrow();
        Bounds bounds = Bounds.NONE;
        for (Compared read : compared.bothWays()) {
            if (isDate(read.left())) {
                boolean both = !read.isLower() && !read.isUpper();
                bounds = bounds.or(new Bounds(both || read.isLower(), both || read.isUpper()));
            } else if (mentionsDate(read.left())) {
                bounds = new Bounds(true, true);
            }
        }
        return bounds;
    }

    private static boolean isDate(Series series) {
        Series at = series;
        while (at instanceof Function function
                && (function.operator() == Operator.DATE_ADD_DAYS || function.operator() == Operator.DATE_ADD_MONTHS || function.operator() == Operator.DATE_ADD_YEARS)) {
            at = function.arguments().getFirst();
        }
        return at.type() == Type.DATE && at instanceof SelectColumn column && !column.domain().isPatient();
    }

    /** A date of the row within a sum, a difference, a year. */
    static boolean mentionsDate(Series series) {
        Deque<Series> open = new ArrayDeque<>();
        Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.push(series);
        while (!open.isEmpty()) {
            Series at = open.pop();
            if (at.domain().isPatient() || !seen.add(at)) {
                continue;
            }
            if (at instanceof SelectColumn column && column.type() == Type.DATE) {
                return true;
            }
            Graph.children(at).stream().filter(Series.class::isInstance).map(Series.class::cast).forEach(open::push);
        }
        return false;
    }
}
