package catchment.runtime.reference;

import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Series;
import catchment.runtime.tables.RowOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sums of one measure, by interval and groups. */
final class MeasureSums {
    /** More bits than that, besides the sign, and the number is none of the language. */
    private static final int BITS = 63;

    private final Measure measure;

    /** By interval and groups: the numerator and the denominator. */
    private final Map<List<Object>, BigInteger[]> sums = new HashMap<>();

    MeasureSums(Measure measure) {
        this.measure = measure;
    }

    /** Counts a patient in, if the denominator says so. */
    void add(long interval, Evaluation evaluation, int patient) {
        long denominator = number(measure.denominator(), evaluation, patient);
        if (denominator <= 0) {
            return;
        }
        List<Object> key = new ArrayList<>(measure.groupBy().size() + 1);
        key.add(interval);
        measure.groupBy().values().forEach(group -> key.add(Comparison.key(evaluation.value(group, patient, -1))));
        BigInteger[] sum = sums.computeIfAbsent(key, _ -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
        sum[0] = sum[0].add(BigInteger.valueOf(number(measure.numerator(), evaluation, patient)));
        sum[1] = sum[1].add(BigInteger.valueOf(denominator));
    }

    /** What is true counts for one; what is missing counts for nothing. */
    private static long number(Series series, Evaluation evaluation, int patient) {
        return switch (evaluation.value(series, patient, -1)) {
            case null -> 0;
            case Boolean truth -> truth ? 1 : 0;
            case Long whole -> whole;
            case Object other -> throw new IllegalStateException("not to be summed: " + other.getClass());
        };
    }

    /** Interval, numerator, denominator, groups; sorted by interval and groups, nulls first. */
    List<List<Object>> rows() {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(RowOrder.BY_ALL_COLUMNS))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Object> row(List<Object> key, BigInteger[] sum) {
        List<Object> row = new ArrayList<>();
        row.add(key.getFirst());
        Arrays.stream(sum).map(one -> one.bitLength() > BITS ? null : one.longValue()).forEach(row::add);
        row.addAll(key.subList(1, key.size()));
        return row;
    }
}
