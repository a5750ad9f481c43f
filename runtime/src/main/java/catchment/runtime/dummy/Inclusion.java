package catchment.runtime.dummy;

import catchment.compiler.model.Chains;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which frames have all the rows of another: a registration that began 90 days before a day and never ends is one on that day too, so whoever has the one has the
 * other. It may find fewer than there are.
 */
final class Inclusion {
    /** Beyond that nothing more is found, so that a very large definition does not wait for it. */
    private static final long MOST_WORK = 1_000_000;

    private final Law law;
    private final List<Filter> frames;
    private final Map<EventFrame, List<EventFrame>> wider = new IdentityHashMap<>();
    private long workLeft = MOST_WORK;

    /**
     * @param nodes of the definition
     */
    Inclusion(Collection<Node> nodes, Law law) {
        this.law = law;
        this.frames = nodes.stream().filter(Filter.class::isInstance).map(Filter.class::cast).toList();
    }

    /** Frames of the definition that have all the rows of this one. */
    List<EventFrame> wider(EventFrame frame) {
        return wider.computeIfAbsent(frame, this::find);
    }

    private List<EventFrame> find(EventFrame frame) {
        List<Series> conditions = conditions(frame);
        List<EventFrame> found = new ArrayList<>();
        for (Filter other : frames) {
            if (other != frame && other.table() == frame.table() && conditions(other).stream().allMatch(condition -> follows(condition, conditions))) {
                found.add(other);
            }
        }
        return found;
    }

    private boolean follows(Series condition, List<Series> conditions) {
        if (conditions.contains(condition)) {
            return true;
        }
        if (workLeft < 0) {
            return false;
        }
        Optional<Worlds> worlds = Worlds.of(condition, conditions, law);
        workLeft -= worlds.map(Worlds::work).orElse(1L);
        return worlds.filter(all -> !all.canBeFalse() && !all.canBeMissing()).isPresent();
    }

    /** The conditions that a frame's own filters set. */
    static List<Series> conditions(EventFrame frame) {
        List<Series> found = new ArrayList<>();
        EventFrame at = frame;
        while (!(at instanceof SelectTable)) {
            at = switch (at) {
                case Filter filter -> {
                    found.addAll(Chains.operands(filter.condition(), Operator.AND));
                    yield filter.source();
                }
                case Sort sort -> sort.source();
                case SelectTable table -> table;
            };
        }
        return found;
    }
}
