package catchment.runtime.measures;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;

/** The rows of measures as they are given out. */
public final class MeasuresOutput {
    private final MeasuresDefinition definition;
    private final Spans spans;
    private final Source source;
    private final boolean computed;

    /** Where the rows of a measure come from. */
    public interface Source {
        /** The rows of a measure; to be closed. */
        RowStream rows(Measure measure) throws RunException;
    }

    private MeasuresOutput(MeasuresDefinition definition, Spans spans, Source source, boolean computed) {
        this.definition = definition;
        this.spans = spans;
        this.source = source;
        this.computed = computed;
    }

    /**
     * Made from what an engine computed.
     *
     * @param numbers the place of the interval in the measure's list, the numerator, the denominator, the groups; sorted by interval and groups, nulls first
     */
    public static MeasuresOutput computed(MeasuresDefinition definition, Spans spans, Source numbers) {
        return new MeasuresOutput(definition, spans, numbers, true);
    }

    /**
     * Made from rows that have been given out before. Disclosure control is applied to them too: they may be anybody's.
     *
     * @param rows with the columns of {@link MeasureColumns#of}
     */
    public static MeasuresOutput given(MeasuresDefinition definition, Spans spans, Source rows) {
        return new MeasuresOutput(definition, spans, rows, false);
    }

    /** The rows of a measure, with the columns of {@link MeasureColumns#of}; to be closed. */
    public RowStream rows(Measure measure) throws RunException {
        Span place = spans.of(measure.numerator()).orElse(Span.NONE);
        RowStream from = source.rows(measure);
        RowStream rows = computed ? new ComputedRows(measure, place, from) : from;
        return definition.disclosureControl() ? new DisclosedRows(measure, place, rows) : rows;
    }

    /** The rows of all measures, one measure after the other, with the columns of {@link MeasureColumns#combined}; to be closed. */
    public RowStream combined() {
        return new CombinedRows(definition, this);
    }
}
