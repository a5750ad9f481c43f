package catchment.compiler.explain;

import java.util.ArrayList;
import java.util.List;

/** Rows of a frame: of which table or term, which of them, and in which order. */
record Rows(String of, List<String> conditions, List<String> order) {
    String noun() {
        return of + (conditions.isEmpty() ? "" : " where " + Phrases.joined(conditions, "and"));
    }

    Rows with(String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Rows(of, all, order);
    }

    /** The last sort counts first. */
    Rows sorted(String key) {
        List<String> all = new ArrayList<>(List.of(key));
        all.addAll(order.stream().filter(other -> !other.equals(key)).toList());
        return new Rows(of, conditions, all);
    }

    String inOrder() {
        return order.isEmpty() ? "" : ", in order of " + String.join(", then of ", order);
    }
}
