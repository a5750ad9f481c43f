package catchment.runtime.measures;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.util.Optional;

/** The rows of a measure, made from what an engine computed: the place of the interval in the measure's list, the numerator, the denominator, the groups. */
final class ComputedRows implements RowStream {
    private static final int INTERVAL = 0;
    private static final int NUMERATOR = 1;
    private static final int DENOMINATOR = 2;
    private static final int GROUPS = 3;

    private final Measure measure;
    private final Span place;
    private final RowStream numbers;

    /**
     * @param place where the measure's numerator was written
     */
    ComputedRows(Measure measure, Span place, RowStream numbers) {
        this.measure = measure;
        this.place = place;
        this.numbers = numbers;
    }

    @Override
    public boolean next() throws RunException {
        return numbers.next();
    }

    @Override
    public Object value(int column) throws RunException {
        return switch (column) {
            case MeasureColumns.START -> interval().start();
            case MeasureColumns.END -> interval().end();
            case MeasureColumns.RATIO -> ratio(Optional.of(sum(NUMERATOR)), Optional.of(sum(DENOMINATOR))).orElse(null);
            case MeasureColumns.NUMERATOR -> sum(NUMERATOR);
            case MeasureColumns.DENOMINATOR -> sum(DENOMINATOR);
            default -> numbers.value(column - MeasureColumns.GROUPS + GROUPS);
        };
    }

    private Interval interval() throws RunException {
        return measure.intervals().get(Math.toIntExact((Long) numbers.value(INTERVAL)));
    }

    private long sum(int column) throws RunException {
        if (numbers.value(column) instanceof Long sum) {
            return sum;
        }
        throw new RunException(Diagnostic.error(
                        MeasuresCode.MEASURE_TOO_LARGE,
                        place,
                        "the " + (column == NUMERATOR ? "numerator" : "denominator") + " of the measure `" + measure.name() + "` needs more than 64 bits")
                .hint("sum smaller numbers, such as thousands instead of units"));
    }

    /** The ratio of two numbers; none where one is missing or the denominator is 0. */
    static Optional<Double> ratio(Optional<Long> numerator, Optional<Long> denominator) {
        return numerator.isEmpty() || denominator.isEmpty() || denominator.get() == 0
                ? Optional.empty()
                : Optional.of((double) numerator.get() / (double) denominator.get());
    }

    @Override
    public void close() throws RunException {
        numbers.close();
    }
}
