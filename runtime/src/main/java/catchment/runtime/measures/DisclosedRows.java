package catchment.runtime.measures;

import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.util.Optional;

/** The rows of a measure after disclosure control, which comes before the ratio. */
final class DisclosedRows implements RowStream {
    private final Measure measure;
    private final Span numerator;
    private final RowStream rows;
    private Optional<Long> shownNumerator = Optional.empty();
    private Optional<Long> shownDenominator = Optional.empty();

    /**
     * @param numerator where the measure's numerator was written
     * @param rows with the columns of {@link MeasureColumns}
     */
    DisclosedRows(Measure measure, Span numerator, RowStream rows) {
        this.measure = measure;
        this.numerator = numerator;
        this.rows = rows;
    }

    @Override
    public boolean next() throws RunException {
        if (!rows.next()) {
            return false;
        }
        shownNumerator = shown(MeasureColumns.NUMERATOR);
        shownDenominator = shown(MeasureColumns.DENOMINATOR);
        return true;
    }

    private Optional<Long> shown(int column) throws RunException {
        Object number = rows.value(column);
        if (number == null) {
            return Optional.empty();
        }
        if ((Long) number < 0) {
            throw negative(column);
        }
        return Optional.of(DisclosureControl.shown((Long) number));
    }

    /** Does not say the number: it may be a small one. */
    private RunException negative(int column) {
        return new RunException(Diagnostic.error(
                        MeasuresCode.MEASURE_NEGATIVE,
                        numerator,
                        "the " + (column == MeasureColumns.NUMERATOR ? "numerator" : "denominator") + " of the measure `" + measure.name()
                                + "` is below zero, and disclosure control rounds counts only")
                .hint("count what is not below zero: `maximum_of(0, value)`, or one measure for each sign")
                .hint("or, where nothing can be disclosed, `measures.configure_disclosure_control(enabled=False)`"));
    }

    @Override
    public Object value(int column) throws RunException {
        return switch (column) {
            case MeasureColumns.NUMERATOR -> shownNumerator.orElse(null);
            case MeasureColumns.DENOMINATOR -> shownDenominator.orElse(null);
            case MeasureColumns.RATIO -> ComputedRows.ratio(shownNumerator, shownDenominator).orElse(null);
            default -> rows.value(column);
        };
    }

    @Override
    public void close() throws RunException {
        rows.close();
    }
}
