package catchment.runtime.data;

import catchment.compiler.model.Type;
import catchment.runtime.data.Faults.Fault;
import catchment.runtime.data.Faults.Place;
import catchment.runtime.format.CellText;
import java.io.IOException;
import java.util.List;

/** Checks the rows of one file and passes on those that are whole, for as long as no error is found. */
final class RowCheck {
    private static final String PATIENT_ID = "patient_id";

    /** Whose the rows are in a table that is not one of patients. */
    private static final long NOBODY = 0;

    private final FileTable table;
    private final Header header;
    private final Faults faults;
    private final String rowWord;
    private final RowSink sink;
    private final List<ColumnCheck> columns;
    private final PatientIds seen = new PatientIds();
    private final Object[] row;

    RowCheck(FileTable table, Header header, Faults faults, String rowWord, RowSink sink) {
        this.table = table;
        this.header = header;
        this.faults = faults;
        this.rowWord = rowWord;
        this.sink = sink;
        this.columns = table.columns().stream().map(column -> new ColumnCheck(table.name(), column, rowWord, faults)).toList();
        this.row = new Object[columns.size()];
    }

    /** A row of texts, as many as the header has. */
    void texts(long number, List<String> fields) throws IOException {
        for (int i = 0; i < row.length; i++) {
            int field = header.columns()[i];
            row[i] = field < 0 ? null : columns.get(i).read(fields.get(field), new Place(number, field));
        }
        if (header.patientId() >= 0) {
            String text = fields.get(header.patientId());
            Object id = text.isEmpty() ? null : CellText.read(Type.INT, text).orElse(text);
            pass(number, id);
        } else {
            passOfNobody();
        }
    }

    /** A row of values, as many as the file has columns; a {@link Unfit} where a value is not of the column's type. */
    void values(long number, Object[] values) throws IOException {
        for (int i = 0; i < row.length; i++) {
            int field = header.columns()[i];
            Object value = field < 0 ? null : values[field];
            Place place = new Place(number, field);
            if (value instanceof Unfit unfit) {
                columns.get(i).unreadable(unfit.text(), place);
                row[i] = null;
            } else {
                row[i] = field < 0 ? null : columns.get(i).check(value, place);
            }
        }
        if (header.patientId() >= 0) {
            Object id = values[header.patientId()];
            pass(number, id instanceof Unfit unfit ? unfit.text() : id);
        } else {
            passOfNobody();
        }
    }

    /** A value that is not of its column's type. */
    record Unfit(String text) {}

    private void passOfNobody() throws IOException {
        if (!faults.hasErrors()) {
            sink.row(NOBODY, row);
        }
    }

    private void pass(long number, Object id) throws IOException {
        if (id instanceof Long patientId) {
            if (table.onePerPatient() && !seen.add(patientId)) {
                wrongId(number, "`" + patientId + "` is there already, and `" + table.name() + "` has one row per patient", "keep one of the rows");
            }
            if (!faults.hasErrors()) {
                sink.row(patientId, row);
            }
        } else if (id == null) {
            wrongId(number, "no patient is named", "a whole number");
        } else {
            wrongId(number, Shown.of(id.toString()) + " is no whole number", "a whole number of at most 64 bits");
        }
    }

    private void wrongId(long number, String what, String hint) {
        if (faults.isFull(DataCode.DUMMY_PATIENT_ID, PATIENT_ID)) {
            faults.count(DataCode.DUMMY_PATIENT_ID, PATIENT_ID);
        } else {
            faults.add(PATIENT_ID, Fault.error(
                    DataCode.DUMMY_PATIENT_ID,
                    new Place(number, header.patientId()),
                    rowWord + " " + number + ", column `" + PATIENT_ID + "`: " + what,
                    hint));
        }
    }
}
