package catchment.runtime.dummy;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Long chains of picks: the first vaccination, the first after that, the first after that. To make the fourteenth by wishing takes fourteen wishes within each
 * other, each of which may undo the others; somebody with many records has it without a wish.
 */
final class PickChains {
    /** Shorter ones come by wishing. */
    private static final int SHORTEST = 4;

    private static final int MOST = 10;

    private final Map<Node, Integer> depths = new IdentityHashMap<>();
    private final Map<EventFrame, Integer> lengths = new LinkedHashMap<>();

    private PickChains() {}

    /**
     * A chain.
     *
     * @param frame the rows that its first pick is made from
     * @param length how many picks it has of that table
     */
    record Chain(EventFrame frame, int length) {}

    /**
     * The longest ones, the longest first.
     *
     * @param nodes children before parents
     */
    static List<Chain> of(Collection<Node> nodes) {
        PickChains chains = new PickChains();
        List<PickOneRowPerPatient> picks = chains.measured(nodes);
        picks.stream().filter(pick -> chains.depths.get(pick) >= SHORTEST).forEach(chains::follow);
        return chains.lengths.entrySet().stream()
                .filter(chain -> chain.getValue() >= SHORTEST)
                .map(chain -> new Chain(chain.getKey(), chain.getValue()))
                .sorted(Comparator.comparingInt(Chain::length).reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * The picks of long chains, each after those that it is made with the help of.
     *
     * @param nodes children before parents
     */
    static List<PickOneRowPerPatient> picks(Collection<Node> nodes) {
        PickChains chains = new PickChains();
        List<PickOneRowPerPatient> picks = chains.measured(nodes);
        return picks.stream().anyMatch(pick -> chains.depths.get(pick) >= SHORTEST) ? picks : List.of();
    }

    private List<PickOneRowPerPatient> measured(Collection<Node> nodes) {
        List<PickOneRowPerPatient> picks = new ArrayList<>();
        for (Node node : nodes) {
            int below = next(node).map(depths::get).orElse(0);
            depths.put(node, node instanceof PickOneRowPerPatient ? below + 1 : below);
            if (node instanceof PickOneRowPerPatient pick) {
                picks.add(pick);
            }
        }
        return picks;
    }

    /** The child that the longest chain goes on with. */
    private Optional<Node> next(Node node) {
        return Graph.children(node).stream().max(Comparator.comparingInt(child -> depths.getOrDefault(child, 0)));
    }

    private void follow(PickOneRowPerPatient top) {
        Map<String, Integer> picked = new HashMap<>();
        Map<String, EventFrame> first = new LinkedHashMap<>();
        for (Optional<Node> at = Optional.of(top); at.isPresent() && depths.get(at.get()) > 0; at = next(at.get())) {
            if (at.get() instanceof PickOneRowPerPatient pick) {
                String table = pick.source().table().definition().name();
                picked.merge(table, 1, Integer::sum);
                first.put(table, pick.source());
            }
        }
        first.forEach((table, frame) -> lengths.merge(frame, picked.get(table), Math::max));
    }
}
