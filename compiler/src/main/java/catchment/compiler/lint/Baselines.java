package catchment.compiler.lint;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A variable whose name speaks of the past ({@code asthma_before}, {@code prior_stroke}), or that stands alone among variables that all end at a date, and whose
 * events have no end date: what is recorded after the study's date counts too.
 */
final class Baselines implements Rule {
    private static final Pattern PAST =
            Pattern.compile("(?i)(^|.*_)(before|prior|previous|previously|history|hist|baseline|past|preindex|pre_index)(_.*|$)");
    /** From how many variables with an end on that the one without is odd. */
    private static final int MOST_ALIKE = 3;

    private static final int MOST_NODES = 500;

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        Windows windows = new Windows();
        List<Frame> open = new ArrayList<>();
        int ended = 0;
        for (Map.Entry<String, Series> variable : study.variables().entrySet()) {
            Reading reading = read(variable.getValue());
            boolean past = PAST.matcher(variable.getKey()).matches();
            for (Frame rows : reading.rows()) {
                Windows.Bounds bounds = windows.of(rows);
                if (bounds.end()) {
                    ended++;
                } else if (past && !reading.comparesDates()) {
                    say(rows, "`" + variable.getKey() + "` speaks of the past, and these rows have no end date: what came later counts too", study, found);
                } else if (bounds.none() && variable.getValue() instanceof Exists && !reading.comparesDates()) {
                    open.add(rows);
                }
            }
        }
        if (open.size() == 1 && ended >= MOST_ALIKE) {
            say(open.getFirst(), "these rows have no end date, as those of the " + ended + " other variables have", study, found);
        }
    }

    /**
     * What a variable reads.
     *
     * @param rows the frames whose rows it looks at, as far as they are events with a code
     * @param comparesDates whether it compares dates of the patient afterwards, which may well be the end
     */
    private record Reading(List<Frame> rows, boolean comparesDates) {}

    private static Reading read(Series variable) {
        List<Frame> rows = new ArrayList<>();
        boolean compares = false;
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> open = new ArrayList<>(List.of(variable));
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            Node node = open.removeLast();
            if (!seen.add(node)) {
                continue;
            }
            switch (node) {
                case Exists exists -> events(exists.source()).ifPresent(rows::add);
                case Count count -> events(count.source()).ifPresent(rows::add);
                case Aggregate aggregate when aggregate.source() instanceof SelectColumn column -> events(column.source()).ifPresent(rows::add);
                case CountEpisodes episodes when episodes.source() instanceof SelectColumn column -> events(column.source()).ifPresent(rows::add);
                case SelectColumn column when column.source() instanceof PickOneRowPerPatient pick -> events(pick.source()).ifPresent(rows::add);
                case Frame _ -> {}
                case Series series -> {
                    compares |= series instanceof Function function
                            && Compared.compares(function.operator())
                            && function.arguments().getFirst().type() == Type.DATE;
                    open.addAll(Graph.children(series));
                }
                default -> {}
            }
        }
        return new Reading(rows, compares);
    }

    /** A frame of events: a table whose rows have a code and a date of their own. */
    private static Optional<Frame> events(Frame frame) {
        boolean coded = frame.schema().columns().stream().anyMatch(column -> column.type().isCode() || column.type().isMultiCode());
        boolean dated = frame.schema().columns().stream().anyMatch(column -> column.type() == Type.DATE);
        return frame instanceof EventFrame && coded && dated ? Optional.of(frame) : Optional.empty();
    }

    private static void say(Frame rows, String message, Study study, Consumer<Diagnostic> found) {
        Span place = study.place(rows);
        String date = rows.schema().columns().stream()
                .filter(column -> column.type() == Type.DATE)
                .map(column -> column.name())
                .findFirst()
                .orElse("date");
        found.accept(LintCode.NO_UPPER_DATE
                .at(place, message)
                .hint("add `& " + Rows.table(rows) + "." + date + ".is_on_or_before(…)`"));
    }
}
