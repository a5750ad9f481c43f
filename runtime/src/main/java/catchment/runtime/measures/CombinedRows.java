package catchment.runtime.measures;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The rows of all measures, one measure after the other; a group that a measure does not have is missing in its rows. */
final class CombinedRows implements RowStream {
    private final MeasuresOutput source;
    private final List<String> groups;
    private final Iterator<Measure> coming;
    private Optional<Current> current = Optional.empty();

    /**
     * A measure that rows come from.
     *
     * @param columns for each column of the combined table, behind {@code measure}, where it is in the measure's own; -1 if nowhere
     */
    private record Current(Measure measure, RowStream rows, int[] columns) {}

    CombinedRows(MeasuresDefinition definition, MeasuresOutput source) {
        this.source = source;
        this.groups = List.copyOf(definition.groups().keySet());
        this.coming = definition.measures().iterator();
    }

    @Override
    public boolean next() throws RunException {
        while (current.isEmpty() || !current.get().rows().next()) {
            close();
            if (!coming.hasNext()) {
                return false;
            }
            Measure measure = coming.next();
            current = Optional.of(new Current(measure, source.rows(measure), columns(measure)));
        }
        return true;
    }

    private int[] columns(Measure measure) {
        int[] columns = new int[MeasureColumns.GROUPS + groups.size()];
        for (int i = 0; i < MeasureColumns.GROUPS; i++) {
            columns[i] = i;
        }
        List<String> own = new ArrayList<>(measure.groupBy().keySet());
        for (int i = 0; i < groups.size(); i++) {
            int at = own.indexOf(groups.get(i));
            columns[MeasureColumns.GROUPS + i] = at < 0 ? -1 : MeasureColumns.GROUPS + at;
        }
        return columns;
    }

    @Override
    public Object value(int column) throws RunException {
        Current from = current.orElseThrow();
        if (column == 0) {
            return from.measure().name();
        }
        int own = from.columns()[column - 1];
        return own < 0 ? null : from.rows().value(own);
    }

    @Override
    public void close() throws RunException {
        if (current.isPresent()) {
            RowStream rows = current.get().rows();
            current = Optional.empty();
            rows.close();
        }
    }
}
