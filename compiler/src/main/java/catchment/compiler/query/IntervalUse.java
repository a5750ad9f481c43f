package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Keeps {@code INTERVAL} out of datasets: only a measure has intervals. */
final class IntervalUse {
    private boolean measures;
    private final Set<Node> clean = Collections.newSetFromMap(new IdentityHashMap<>());

    /** True if the series does not depend on the interval; reports otherwise. */
    static boolean absent(Series series, Span span, Context context) {
        IntervalUse use = context.state(IntervalUse.class, IntervalUse::new);
        java.util.Optional<Parameter> found = use.find(series);
        if (found.isEmpty()) {
            return true;
        }
        Span made = context.spans().of(found.get()).filter(Span::hasFile).orElse(span);
        Span shown = context.shown(span);
        boolean within = made.file().equals(shown.file())
                && made.start().compareTo(shown.start()) >= 0
                && made.end().compareTo(shown.end()) <= 0;
        context.report(Diagnostic.error(
                        QueryCode.INTERVAL_OUTSIDE_MEASURES, within || !use.measures && context.shown(made).equals(made) ? made : span, "INTERVAL has dates only within a measure; a dataset has no intervals")
                .hint("use a fixed date, for example " + Words.tick(IndexDates.visible(context).orElse("\"2024-03-31\""))));
        return false;
    }

    /** Remembers that there are measures too, so that a first use of {@code INTERVAL} may be theirs. */
    static void measuresMade(Context context) {
        context.state(IntervalUse.class, IntervalUse::new).measures = true;
    }

    /** Looks at each node of a definition once, however many variables share it. */
    private java.util.Optional<Parameter> find(Series series) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>();
        open.push(series);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (clean.contains(node) || !seen.add(node)) {
                continue;
            }
            if (node instanceof Parameter parameter) {
                return java.util.Optional.of(parameter);
            }
            Graph.children(node).forEach(open::push);
        }
        clean.addAll(seen);
        return java.util.Optional.empty();
    }
}
