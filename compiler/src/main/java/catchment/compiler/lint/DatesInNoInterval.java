package catchment.compiler.lint;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A date that lies in none of a measure's intervals: events of 2019 counted in intervals that begin in 2022, a special case for the interval of a day on which none
 * begins. Nothing meets such a condition, whatever the records say.
 */
final class DatesInNoInterval implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        List<Interval> intervals = study.measures().stream().map(Measure::intervals).flatMap(List::stream).distinct().toList();
        if (intervals.isEmpty()) {
            return;
        }
        for (Node node : study.graph().nodes()) {
            if (node instanceof Filter filter) {
                window(Rows.conditions(filter), intervals, study, found);
            } else if (Shapes.is(node, Operator.AND)
                    && study.graph().users(node).stream().noneMatch(user -> Shapes.is(user, Operator.AND) || user instanceof Filter)) {
                window(Condition.parts((Series) node), intervals, study, found);
            } else if (node instanceof Series series) {
                Compared.of(new Condition(series, true)).ifPresent(compared -> compared(compared, intervals, study, found));
            }
        }
    }

    /** The interval itself compared with a date. */
    private static void compared(Compared compared, List<Interval> intervals, Study study, Consumer<Diagnostic> found) {
        Compared read = compared.left() instanceof Parameter ? compared : compared.mirrored();
        Moved fixed = Moved.of(read.right());
        if (!(read.left() instanceof Parameter parameter) || !fixed.base().equals(Moved.FIXED)) {
            return;
        }
        boolean ever = intervals.stream().anyMatch(interval -> {
            long day = end(parameter, interval).toEpochDay();
            return switch (read.operator()) {
                case EQ -> day == fixed.least();
                case LT -> day < fixed.least();
                case LE -> day <= fixed.least();
                case GT -> day > fixed.least();
                case GE -> day >= fixed.least();
                default -> true;
            };
        });
        if (!ever) {
            found.accept(LintCode.DATE_IN_NO_INTERVAL
                    .at(study.place(read.node()), LocalDate.ofEpochDay(fixed.least()) + " is in no interval of the measures, so this is never true")
                    .hint("the intervals go from " + first(intervals) + " to " + last(intervals)));
        }
    }

    private static LocalDate end(Parameter parameter, Interval interval) {
        return parameter.name().contains("start") ? interval.start() : interval.end();
    }

    private static LocalDate first(List<Interval> intervals) {
        return intervals.stream().map(Interval::start).min(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate last(List<Interval> intervals) {
        return intervals.stream().map(Interval::end).max(LocalDate::compareTo).orElseThrow();
    }

    /** The bounds of one date: the latest fixed start, the earliest fixed end, and how far the interval's own bounds reach. */
    private static final class Bounds {
        private long fixedStart = Long.MIN_VALUE;
        private long fixedEnd = Long.MAX_VALUE;
        private long movingStart = Long.MIN_VALUE;
        private long movingEnd = Long.MAX_VALUE;

        boolean empty() {
            return fixedStart > movingEnd || fixedEnd < movingStart;
        }
    }

    private static void window(List<Condition> conditions, List<Interval> intervals, Study study, Consumer<Diagnostic> found) {
        Map<Object, Bounds> known = new HashMap<>();
        for (Condition condition : conditions) {
            Optional<Compared> compared = Compared.of(condition);
            for (Compared read : compared.map(Compared::bothWays).orElse(List.of())) {
                if (!(read.isLower() || read.isUpper())) {
                    continue;
                }
                Bounds bounds = known.computeIfAbsent(Rows.subject(read.left()), _ -> new Bounds());
                boolean before = bounds.empty();
                narrow(bounds, read, intervals);
                if (bounds.empty() && !before) {
                    found.accept(LintCode.DATE_IN_NO_INTERVAL
                            .at(study.place(read.node()), "no interval of the measures reaches into this window, so nothing lies in it")
                            .hint("the intervals go from " + first(intervals) + " to " + last(intervals)));
                    return;
                }
            }
        }
    }

    private static void narrow(Bounds bounds, Compared read, List<Interval> intervals) {
        Moved limit = Moved.of(read.right());
        if (limit.base().equals(Moved.FIXED)) {
            if (read.isLower()) {
                bounds.fixedStart = Math.max(bounds.fixedStart, limit.least());
            } else {
                bounds.fixedEnd = Math.min(bounds.fixedEnd, limit.most());
            }
        } else if (limit.base() instanceof Parameter parameter) {
            if (read.isLower()) {
                long least = intervals.stream().mapToLong(interval -> end(parameter, interval).toEpochDay()).min().orElseThrow();
                bounds.movingStart = Math.max(bounds.movingStart, least + limit.least());
            } else {
                long most = intervals.stream().mapToLong(interval -> end(parameter, interval).toEpochDay()).max().orElseThrow();
                bounds.movingEnd = Math.min(bounds.movingEnd, most + limit.most());
            }
        }
    }
}
