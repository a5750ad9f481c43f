package catchment.compiler.lint;

import catchment.compiler.meaning.Dates;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import catchment.grammar.syntax.Syntax;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Dates that are written out and that no record has: before 1900 or after 2100, most often a digit too few or two exchanged. A date that stands for "none", such as
 * {@code 9999-12-31} or one that fills a gap, is left alone. And months added to a day that the other month has not.
 */
final class Implausible implements Rule {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Set<Integer> STANDING_FOR_NONE = Set.of(1, 1000, 1111, 1700, 2200, 2500, 2999, 3000, 4000, 5000, 9998, 9999);
    private static final Set<String> FILLING = Set.of("when_null_then", "then", "otherwise", "minimum_of", "maximum_of", "case");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        Set<Syntax> fillers = fillers(study);
        for (Expression expression : study.text().parts(Expression.class)) {
            Optional<LocalDate> date = date(expression);
            if (date.isPresent() && !fillers.contains(expression) && isImplausible(date.get())) {
                found.accept(LintCode.DATE_IMPLAUSIBLE
                        .at(expression.span(), "the year " + date.get().getYear() + " is " + (date.get().getYear() < FIRST_YEAR ? "before" : "after") + " any record")
                        .hint("is a digit missing, or are two exchanged?"));
            }
        }
        Map<String, Optional<LocalDate>> names = names(study);
        for (Expression.Binary sum : study.text().parts(Expression.Binary.class)) {
            months(sum, names, study, found);
        }
    }

    private static boolean isImplausible(LocalDate date) {
        boolean edge = date.getDayOfYear() == 1 || date.getMonthValue() == 12 && date.getDayOfMonth() == 31;
        return (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) && !(edge && (STANDING_FOR_NONE.contains(date.getYear()) || date.getYear() / 100 == 18));
    }

    /** What fills gaps or closes an open end stands for a date that is not there. */
    private static Set<Syntax> fillers(Study study) {
        Set<Syntax> fillers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Expression.Call call : study.text().parts(Expression.Call.class)) {
            if (StudyText.called(call).filter(FILLING::contains).isPresent()) {
                call.arguments().forEach(argument -> fillers.add(StudyText.bare(argument.value())));
            }
        }
        return fillers;
    }

    /** A date that is written out: {@code "2024-03-31"}, {@code date(2024, 3, 31)}. */
    private static Optional<LocalDate> date(Expression expression) {
        if (expression instanceof Expression.StringLiteral text && text.value().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return read(text.value().substring(0, 4), text.value().substring(5, 7), text.value().substring(8));
        }
        if (!(expression instanceof Expression.Call call) || StudyText.called(call).filter(name -> name.equals("date") || name.equals("datetime")).isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (StudyText.bare(argument.value()) instanceof Expression.IntLiteral number && !(argument instanceof Argument.Keyword) && number.value().bitLength() < 20) {
                numbers.add(number.value().toString());
            }
        }
        return numbers.size() < 3 ? Optional.empty() : read(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static Optional<LocalDate> read(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Names for dates; empty for a name that is bound more than once. */
    private static Map<String, Optional<LocalDate>> names(Study study) {
        Map<String, Optional<LocalDate>> names = new HashMap<>();
        for (Statement.Assign assign : study.text().parts(Statement.Assign.class)) {
            for (Expression target : assign.targets()) {
                if (target instanceof Expression.Name name) {
                    names.put(name.name(), names.containsKey(name.name()) ? Optional.empty() : date(StudyText.bare(assign.value())));
                }
            }
        }
        return names;
    }

    private static void months(Expression.Binary sum, Map<String, Optional<LocalDate>> names, Study study, Consumer<Diagnostic> found) {
        Expression first = StudyText.bare(sum.first());
        Optional<LocalDate> day = first instanceof Expression.Name name ? names.getOrDefault(name.name(), Optional.empty()) : date(first);
        Expression.Step step = sum.steps().getFirst();
        boolean forward = step.operator() == BinaryOperator.ADD;
        if (day.isEmpty()
                || !forward && step.operator() != BinaryOperator.SUBTRACT
                || !(StudyText.bare(step.operand()) instanceof Expression.Call call)
                || StudyText.called(call).filter("months"::equals).isEmpty()
                || call.arguments().size() != 1
                || !(StudyText.bare(call.arguments().getFirst().value()) instanceof Expression.IntLiteral number)
                || number.value().bitLength() > 16) {
            return;
        }
        LocalDate moved = Dates.addMonths(day.get(), forward ? number.value().longValue() : -number.value().longValue());
        if (moved != null && moved.getDayOfMonth() != day.get().getDayOfMonth()) {
            Span place = sum.span();
            found.accept(LintCode.MONTH_ARITHMETIC
                    .at(place, "the month that this leads to has no day " + day.get().getDayOfMonth() + "; it is taken as " + moved)
                    .hint("write the date that is meant, or count days"));
        }
    }
}
