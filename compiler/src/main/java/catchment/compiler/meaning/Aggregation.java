package catchment.compiler.meaning;

import catchment.compiler.model.Aggregate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the values of all rows of one patient come to. Nulls are left out of everything. */
public final class Aggregation {
    private Aggregation() {}

    /**
     * The value of an aggregation.
     *
     * @param kind which
     * @param values one for each row, in any order; each may be null
     * @return null where it is missing
     */
    public static Object apply(Aggregate.Kind kind, List<?> values) {
        return switch (kind) {
            case COUNT_DISTINCT -> (long) set(values).size();
            case MIN -> Comparison.least(values);
            case MAX -> Comparison.greatest(values);
            case SUM -> sum(values.stream().filter(Objects::nonNull).toList());
            case MEAN -> mean(values.stream().filter(Objects::nonNull).toList());
        };
    }

    /** The different values that are not null, as {@link Comparison#key keys}. */
    public static Set<Object> set(List<?> values) {
        Set<Object> found = LinkedHashSet.newLinkedHashSet(values.size());
        for (Object value : values) {
            if (value != null) {
                found.add(Comparison.key(value));
            }
        }
        return found;
    }

    /** How many runs of dates there are in which neighbours lie at most so many days apart; 0 without a date. */
    public static long episodes(List<?> dates, long maximumGapDays) {
        List<LocalDate> sorted = new ArrayList<>();
        for (Object date : dates) {
            if (date != null) {
                sorted.add((LocalDate) date);
            }
        }
        sorted.sort(null);
        long episodes = sorted.isEmpty() ? 0 : 1;
        for (int i = 1; i < sorted.size(); i++) {
            if (Dates.days(sorted.get(i), sorted.get(i - 1)) > maximumGapDays) {
                episodes++;
            }
        }
        return episodes;
    }

    /** Exact, then rounded once, so that the order of rows does not matter; null without a value and where it does not fit. */
    private static Object sum(List<?> values) {
        if (values.isEmpty()) {
            return null;
        }
        if (values.getFirst() instanceof Long) {
            return WholeNumbers.within(wholeSum(values));
        }
        return DecimalNumbers.finite(decimalSum(values).doubleValue());
    }

    private static Double mean(List<?> values) {
        if (values.isEmpty()) {
            return null;
        }
        double sum = values.getFirst() instanceof Long ? wholeSum(values).doubleValue() : decimalSum(values).doubleValue();
        return DecimalNumbers.finite(sum / values.size());
    }

    private static BigInteger wholeSum(List<?> values) {
        return values.stream().map(value -> BigInteger.valueOf((Long) value)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigDecimal decimalSum(List<?> values) {
        return values.stream().map(value -> new BigDecimal((Double) value)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
