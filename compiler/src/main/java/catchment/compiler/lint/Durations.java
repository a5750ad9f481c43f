package catchment.compiler.lint;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import catchment.grammar.syntax.Syntax;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number of days that is almost a year, {@code days(360)}, where a year was probably meant; and, where a name speaks of a year or a month, a number that is not quite one.
 * Whole weeks, 365 and 366 days are usual, and so are 28 and 30 days on their own.
 */
final class Durations implements Rule {
    private static final int YEAR = 365;
    private static final int NEAR = 5;
    private static final int MOST_YEARS = 30;

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        Map<Syntax, String> names = names(study);
        Map<String, Optional<Long>> numbers = numbers(study);
        for (Expression.Call call : study.text().parts(Expression.Call.class)) {
            amount(call, numbers).ifPresent(days -> check(call, days, names.getOrDefault(call, ""), found));
        }
    }

    private static void check(Expression.Call call, long days, String name, Consumer<Diagnostic> found) {
        long count = Math.abs(days);
        String lower = name.toLowerCase(Locale.ROOT);
        long years = Math.round(count / (double) YEAR);
        long off = count - years * YEAR;
        boolean almost = years >= 1 && years <= MOST_YEARS && isOdd(count, years) && (Math.abs(off) <= NEAR || count % 360 == 0);
        boolean named = years == 1 && lower.contains("year") && off != 0 && off != 1 && Math.abs(off) <= 15;
        if (almost || named) {
            found.accept(LintCode.DAYS_NEAR_A_UNIT
                    .at(call.span(), count + " days are " + Math.abs(off) + (off < 0 ? " short of " : " more than ") + (years == 1 ? "a year" : years + " years"))
                    .hint("write `years(" + years + ")` or `days(" + years * YEAR + ")`"));
        } else if (lower.matches("(.*_)?(one_|1_?)?month(_.*)?") && (count == 28 || count == 27 || count == 29 || count == 32)) {
            found.accept(LintCode.DAYS_NEAR_A_UNIT
                    .at(call.span(), count + " days are not quite the month of `" + name + "`")
                    .hint("write `months(1)` or `days(30)`"));
        }
    }

    /** Near a number of years, and neither whole weeks nor years with their leap days, nor years of 366 days to be on the safe side. */
    private static boolean isOdd(long count, long years) {
        long leapDays = count - years * YEAR;
        boolean withLeapDays = leapDays >= 0 && leapDays <= (years + 3) / 4;
        return !withLeapDays && count % 7 != 0 && count % 366 != 0;
    }

    /** The days of {@code days(n)} and {@code timedelta(days=n)}, where n is written out or a name for such a number. */
    private static Optional<Long> amount(Expression.Call call, Map<String, Optional<Long>> numbers) {
        Optional<String> name = StudyText.called(call);
        if (name.isEmpty() || call.arguments().size() != 1) {
            return Optional.empty();
        }
        Argument argument = call.arguments().getFirst();
        boolean days = switch (argument) {
            case Argument.Positional _ -> name.get().equals("days") || name.get().equals("timedelta");
            case Argument.Keyword keyword -> (name.get().equals("days") && keyword.name().equals("value")) || name.get().equals("timedelta") && keyword.name().equals("days");
            case Argument.Spread _, Argument.KeywordSpread _ -> false;
        };
        return days ? number(argument.value(), numbers) : Optional.empty();
    }

    private static Optional<Long> number(Expression expression, Map<String, Optional<Long>> numbers) {
        return switch (StudyText.bare(expression)) {
            case Expression.IntLiteral literal when literal.value().bitLength() < 32 -> Optional.of(literal.value().longValue());
            case Expression.Unary unary -> number(unary.operand(), numbers);
            case Expression.Name name -> numbers.getOrDefault(name.name(), Optional.empty());
            case Expression.Binary product
                    when product.steps().size() == 1 && product.steps().getFirst().operator() == BinaryOperator.MULTIPLY ->
                    number(product.first(), Map.of())
                            .flatMap(one -> number(product.steps().getFirst().operand(), Map.of()).map(other -> one * other));
            default -> Optional.empty();
        };
    }

    /** Names for numbers; empty for a name that is bound more than once. */
    private static Map<String, Optional<Long>> numbers(Study study) {
        Map<String, Optional<Long>> numbers = new HashMap<>();
        for (Statement.Assign assign : study.text().parts(Statement.Assign.class)) {
            for (Expression target : assign.targets()) {
                if (target instanceof Expression.Name name) {
                    Optional<Long> value = numbers.containsKey(name.name()) ? Optional.empty() : number(assign.value(), Map.of());
                    numbers.put(name.name(), value);
                }
            }
        }
        return numbers;
    }

    /** For each call within the value of an assignment the name that the value is given. */
    private static Map<Syntax, String> names(Study study) {
        Map<Syntax, String> names = new IdentityHashMap<>();
        for (Statement.Assign assign : study.text().parts(Statement.Assign.class)) {
            Optional<String> name = switch (assign.targets().getFirst()) {
                case Expression.Name target -> Optional.of(target.name());
                case Expression.Attribute target -> Optional.of(target.name());
                default -> Optional.empty();
            };
            name.ifPresent(known -> StudyText.within(assign.value()).forEach(part -> names.put(part, known)));
        }
        return names;
    }
}
