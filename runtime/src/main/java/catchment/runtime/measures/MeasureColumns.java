package catchment.runtime.measures;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of measures. A table of one measure has {@code interval_start}, {@code interval_end}, {@code ratio}, {@code numerator}, {@code denominator} and its
 * groups; a table of all of them has {@code measure} before these, and the groups of all.
 */
public final class MeasureColumns {
    /** The name of the table of all measures. */
    public static final String COMBINED = "measures";

    /** Where the columns of a table of one measure are. */
    static final int START = 0;

    static final int END = 1;
    static final int RATIO = 2;
    static final int NUMERATOR = 3;
    static final int DENOMINATOR = 4;

    /** Where its groups begin. */
    static final int GROUPS = 5;

    private MeasureColumns() {}

    /** The columns of a table of one measure. */
    public static List<ColumnSpecification> of(Measure measure) {
        List<ColumnSpecification> columns = numbers();
        columns.addAll(ColumnSpecification.ofSeries(measure.groupBy()));
        return columns;
    }

    /** The columns of a table of all measures. */
    public static List<ColumnSpecification> combined(MeasuresDefinition measures) {
        List<ColumnSpecification> columns = numbers();
        List<Object> names = measures.measures().stream().<Object>map(Measure::name).toList();
        columns.addFirst(new ColumnSpecification("measure", Type.STR, false, Optional.of(names), Optional.empty()));
        columns.addAll(ColumnSpecification.ofSeries(measures.groups()));
        return columns;
    }

    private static List<ColumnSpecification> numbers() {
        List<ColumnSpecification> columns = new ArrayList<>();
        columns.add(column("interval_start", Type.DATE, false));
        columns.add(column("interval_end", Type.DATE, false));
        columns.add(column("ratio", Type.FLOAT, true));
        columns.add(column("numerator", Type.INT, true));
        columns.add(column("denominator", Type.INT, true));
        return columns;
    }

    private static ColumnSpecification column(String name, Type type, boolean nullable) {
        return new ColumnSpecification(name, type, nullable, Optional.empty(), Optional.empty());
    }
}
