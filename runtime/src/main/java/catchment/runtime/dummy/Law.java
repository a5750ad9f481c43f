package catchment.runtime.dummy;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a column of a table's rows can be by the rules of the table, whoever the patient is: {@code practice_registrations.end_date} is always missing in dummy data. */
final class Law implements Possibilities {
    private final Study study;

    Law(Study study) {
        this.study = study;
    }

    /** The column that dummy data is made for; empty for one of an inline table. */
    Optional<UsedColumn> column(SelectColumn column) {
        return UsedTable.nameOf(column.source()).flatMap(table -> study.tables().get(table).column(column.name()));
    }

    private Optional<UsedColumn> ofRows(Series series) {
        return series instanceof SelectColumn column && column.source() instanceof EventFrame ? column(column) : Optional.empty();
    }

    @Override
    public boolean canBeMissing(Series series) {
        return ofRows(series).map(UsedColumn::canBeMissing).orElse(true);
    }

    @Override
    public boolean canBePresent(Series series) {
        return ofRows(series).map(UsedColumn::canBePresent).orElse(true);
    }

    @Override
    public boolean canBeTrue(Series series) {
        return true;
    }

    @Override
    public boolean canBeFalse(Series series) {
        return true;
    }

    @Override
    public List<Object> lawful(Series series) {
        return series instanceof SelectColumn column
                ? column(column).flatMap(used -> used.lawful().among().stream().findFirst()).map(Members::list).orElse(List.of())
                : List.of();
    }

    @Override
    public List<List<Object>> rows(InlinePatientTable table) {
        List<List<Object>> rows = new ArrayList<>(study.inline(table));
        rows.add(List.of());
        return rows;
    }
}
