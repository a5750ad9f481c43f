package catchment.compiler.lint;

import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a measure's numerator makes of {@code INTERVAL}. One that does not use it counts the same events in every interval; one that only uses its start counts all
 * that comes later too, so that each interval contains the next.
 *
 * <p>What a patient is, such as a sex, belongs to no interval. What is asked in the denominator too does not count as the numerator's own.
 */
final class IntervalUse implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        Set<Node> moving = moving(study);
        Windows windows = new Windows();
        Set<Series> looked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Measure measure : study.measures()) {
            if (looked.add(measure.numerator())) {
                ignored(measure, moving, windows, study, found);
                for (Frame rows : counted(measure.numerator())) {
                    open(rows, study, found);
                }
            }
        }
    }

    /** What depends on the interval. */
    private static Set<Node> moving(Study study) {
        Set<Node> moving = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : study.graph().nodes()) {
            if (node instanceof Parameter || Graph.children(node).stream().anyMatch(moving::contains)) {
                moving.add(node);
            }
        }
        return moving;
    }

    private static void ignored(Measure measure, Set<Node> moving, Windows windows, Study study, Consumer<Diagnostic> found) {
        Set<Series> shared = new HashSet<>();
        Condition.parts(measure.denominator()).forEach(part -> shared.add(part.series()));
        List<Series> own = new ArrayList<>();
        for (Condition part : Condition.parts(measure.numerator())) {
            if (!shared.contains(part.series())) {
                own.add(part.series());
            }
        }
        if (own.isEmpty() || own.stream().anyMatch(moving::contains)) {
            return;
        }
        Optional<Frame> events = own.stream()
                .flatMap(series -> counted(series).stream())
                .filter(rows -> rows.schema().columns().stream().anyMatch(column -> column.type() == Type.DATE))
                .filter(rows -> measure.intervals().size() > 1 || windows.of(rows).none())
                .findFirst();
        if (events.isEmpty() || measure.intervals().isEmpty()) {
            return;
        }
        Span place = filterPlace(events.get(), study).orElse(study.place(own.getFirst()));
        int intervals = measure.intervals().size();
        found.accept(LintCode.MEASURE_IGNORES_INTERVAL
                .at(place, "the numerator of `" + measure.name() + "` does not use INTERVAL, so "
                        + (intervals > 1 ? "each of the " + intervals + " intervals counts the same events" : "it counts events of any time"))
                .hint("add `& " + Rows.table(events.get()) + "." + dateColumn(events.get()) + ".is_during(INTERVAL)`")
                .hint("where \"ever\" is meant: `# catchment: allow measure-ignores-interval`"));
    }

    private static String dateColumn(Frame rows) {
        return rows.schema().columns().stream()
                .filter(column -> column.type() == Type.DATE)
                .map(column -> column.name())
                .findFirst()
                .orElse("date");
    }

    private static Optional<Span> filterPlace(Frame rows, Study study) {
        return Rows.filters(rows).stream().findFirst().map(study::place).filter(Span::hasFile);
    }

    /** The frames whose rows a series counts or looks for; not those that other rows are only compared with. */
    private static List<Frame> counted(Series series) {
        List<Frame> found = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> open = new ArrayList<>(List.of(series));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            if (!seen.add(node)) {
                continue;
            }
            switch (node) {
                case Exists exists when exists.source() instanceof EventFrame -> found.add(exists.source());
                case Count count when count.source() instanceof EventFrame -> found.add(count.source());
                case Aggregate aggregate when aggregate.source() instanceof SelectColumn column -> found.add(column.source());
                case Frame _ -> {}
                case Series other -> open.addAll(Graph.children(other));
                default -> {}
            }
        }
        return found;
    }

    private static void open(Frame rows, Study study, Consumer<Diagnostic> found) {
        List<Condition> conditions = Rows.conditions(rows);
        Optional<Compared> start = Optional.empty();
        for (Condition condition : conditions) {
            Optional<Compared> compared = Compared.of(condition);
            for (Compared read : compared.map(Compared::bothWays).orElse(List.of())) {
                if (isDateOfRow(read.left()) && !read.isLower()) {
                    return;
                }
                if (isDateOfRow(read.left()) && Moved.of(read.right()).base() instanceof Parameter parameter && parameter.name().contains("start")) {
                    start = start.or(() -> Optional.of(read));
                }
            }
            if (compared.isEmpty() && Windows.mentionsDate(condition.series())) {
                return;
            }
        }
        start.ifPresent(read -> found.accept(LintCode.INTERVAL_OPEN_ENDED
                .at(study.place(read.node()), "only the start of the interval is used: all that comes later counts too, and each interval holds the next")
                .hint("write `" + Rows.table(rows) + "." + ((SelectColumn) read.left()).name() + ".is_during(INTERVAL)`")));
    }

    private static boolean isDateOfRow(Series series) {
        return series instanceof SelectColumn column && column.type() == Type.DATE && !column.domain().isPatient();
    }

}
