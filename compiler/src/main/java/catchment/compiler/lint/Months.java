package catchment.compiler.lint;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.grammar.diagnostic.Diagnostic;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * One month before 31 March is no date, and is taken as 1 March: so a window of months may be some days shorter than it looks. Nothing is said of dates that are always
 * the first of a month, and of intervals whose own days every month has.
 */
final class Months implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Function function : study.graph().nodes(Function.class)) {
            if (function.operator() == Operator.DATE_ADD_MONTHS && mayMiss(function, study)) {
                found.accept(LintCode.MONTH_ARITHMETIC
                        .at(study.place(function), "a month from the 29th, 30th or 31st may be no date; it is taken as the first of the month after")
                        .hint("count days where the calendar does not matter: `days(30)`, `days(91)`, `days(182)`"));
            }
        }
    }

    private static boolean mayMiss(Function function, Study study) {
        Series date = function.arguments().getFirst();
        if (function.arguments().getLast() instanceof Value value && value.value() instanceof Long months && months % 12 == 0) {
            return false;
        }
        return switch (date) {
            case Parameter parameter -> ofIntervals(parameter, function.arguments().getLast(), study);
            case SelectColumn column -> column.source().schema().column(column.name()).flatMap(one -> one.constraint(Constraint.FirstOfMonth.class)).isEmpty();
            case Function start -> start.operator() != Operator.TO_FIRST_OF_MONTH && start.operator() != Operator.TO_FIRST_OF_YEAR;
            default -> true;
        };
    }

    private static boolean ofIntervals(Parameter parameter, Series amount, Study study) {
        if (!(amount instanceof Value value) || !(value.value() instanceof Long months)) {
            return false;
        }
        List<Interval> intervals = study.measures().stream().map(Measure::intervals).flatMap(List::stream).distinct().toList();
        return intervals.stream().anyMatch(interval -> {
            LocalDate day = parameter.name().contains("start") ? interval.start() : interval.end();
            LocalDate moved = Dates.addMonths(day, months);
            return moved != null && moved.getDayOfMonth() != day.getDayOfMonth();
        });
    }
}
