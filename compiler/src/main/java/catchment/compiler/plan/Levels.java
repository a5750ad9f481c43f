package catchment.compiler.plan;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SelectTable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * After how many rounds of reading event tables a node's value can be known: 0 for what needs none, n for what needs values of round n − 1. And whether it is
 * the same for everybody, and in every interval.
 */
final class Levels {
    private final Map<Node, Integer> levels = new IdentityHashMap<>();
    private final Set<Node> dated = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> read = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The levels of nodes that come with all their parts, parts first. */
    Levels(List<Node> nodes) {
        for (Node node : nodes) {
            int level = 0;
            boolean isDated = node instanceof Parameter;
            boolean isRead = node instanceof Frame;
            for (Node child : Graph.children(node)) {
                level = Math.max(level, levels.get(child));
                isDated |= dated.contains(child);
                isRead |= read.contains(child);
            }
            levels.put(node, level + (extracts(node) ? 1 : 0));
            if (isDated) {
                dated.add(node);
            }
            if (isRead) {
                read.add(node);
            }
        }
    }

    /** The round after which the node is known. */
    int of(Node node) {
        return levels.get(node);
    }

    /** True for a series of literals alone. */
    boolean isConstant(Node node) {
        return !dated.contains(node) && !read.contains(node);
    }

    /** True for what may differ from interval to interval. */
    boolean mentionsInterval(Node node) {
        return dated.contains(node);
    }

    /** True for a series made of the interval and literals alone, the same for everybody. */
    boolean isOfInterval(Node node) {
        return dated.contains(node) && !read.contains(node);
    }

    /** True for what is read from an event table: a picked row, a value made of many rows, a set. */
    static boolean extracts(Node node) {
        return switch (node) {
            case Exists exists -> exists.source() instanceof EventFrame;
            case Count count -> count.source() instanceof EventFrame;
            case PickOneRowPerPatient _, Aggregate _, CountEpisodes _, CombineAsSet _ -> true;
            default -> false;
        };
    }

    /** True for a table at the bottom of a definition. */
    static boolean isTable(Node node) {
        return node instanceof SelectTable || node instanceof SelectPatientTable || node instanceof InlinePatientTable;
    }

    /** True for a series with one value per patient that is not the same for everybody. */
    boolean isPerPatient(Node node) {
        return node instanceof Series series && series.domain().isPatient() && !isConstant(node);
    }
}
