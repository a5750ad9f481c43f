package catchment.compiler.plan;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each frame the condition that says which rows of the table are its rows; one node for one chain of filters. */
final class Flags {
    private final Map<EventFrame, Optional<Series>> known = new IdentityHashMap<>();

    /** The condition; empty where every row of the table is one of the frame's. A row is the frame's if it is true. */
    Optional<Series> of(EventFrame frame) {
        Deque<EventFrame> chain = new ArrayDeque<>();
        EventFrame at = frame;
        Optional<Series> flag = known.get(at);
        while (flag == null) {
            chain.push(at);
            switch (at) {
                case SelectTable _ -> flag = Optional.empty();
                case Filter filter -> {
                    at = filter.source();
                    flag = known.get(at);
                }
                case Sort sort -> {
                    at = sort.source();
                    flag = known.get(at);
                }
            }
        }
        for (EventFrame next : chain) {
            if (next instanceof Filter filter) {
                flag = Optional.of(and(flag, filter));
            }
            known.put(next, flag);
        }
        return flag;
    }

    /** Conditions of several frames together: all of them are over rows of the one table. */
    private static Series and(Optional<Series> flag, Filter filter) {
        Series condition = filter.condition();
        if (flag.isEmpty() || isTrue(flag.get())) {
            return condition;
        }
        return isTrue(condition) ? flag.get() : new Function(Operator.AND, List.of(flag.get(), condition), Type.BOOL, filter.domain());
    }

    private static boolean isTrue(Series series) {
        return series instanceof Value value && Boolean.TRUE.equals(value.value());
    }
}
