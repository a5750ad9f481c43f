package catchment.runtime.data;

import catchment.compiler.model.Constraint;
import catchment.compiler.model.TableSchema;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.diagnostic.Severity;
import catchment.runtime.data.Faults.Fault;
import catchment.runtime.data.Faults.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of a file's columns are wanted.
 *
 * @param patientId where {@code patient_id} is; -1 if it is not there, or not wanted
 * @param columns where each wanted column is; -1 for one that is not there, which reads as null
 */
record Header(int patientId, int[] columns) {
    private static final String PATIENT_ID = "patient_id";

    /**
     * Finds the columns.
     *
     * @param row the header's row for messages, see {@link Place}
     */
    static Header of(List<String> names, FileTable table, String file, long row, Faults faults) {
        int patientId = table.ofPatients() ? position(PATIENT_ID, names, row, faults) : -1;
        int[] columns = table.columns().stream().mapToInt(column -> position(column.name(), names, row, faults)).toArray();
        List<String> extra = names.stream()
                .filter(name -> !(table.ofPatients() && name.equals(PATIENT_ID)) && !name.isEmpty() && !table.known().contains(name))
                .distinct()
                .collect(Collectors.toList());
        if (table.ofPatients() && patientId < 0) {
            missingPatientId(names, extra, file, row, faults);
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0) {
                missing(table.columns().get(i), names, table, extra, file, row, faults);
            }
        }
        if (!extra.isEmpty() && (patientId >= 0 || !table.ofPatients())) {
            faults.add("", new Fault(
                    DataCode.DUMMY_COLUMN_EXTRA,
                    Severity.NOTE,
                    new Place(row, names.indexOf(extra.getFirst())),
                    "`" + file + "` has columns that `" + table.name() + "` does not have: " + quoted(extra),
                    List.of(),
                    Optional.empty()));
        }
        return new Header(patientId, columns);
    }

    private static int position(String name, List<String> names, long row, Faults faults) {
        int first = names.indexOf(name);
        int last = names.lastIndexOf(name);
        if (first != last) {
            faults.add(name, Fault.error(
                    DataCode.DUMMY_COLUMN_TWICE, new Place(row, last), "column `" + name + "` is there twice", "keep one of them"));
        }
        return first;
    }

    /** @param extra the columns that may be meant; one that is suggested is taken from them, as it can be meant for one thing only */
    private static void missingPatientId(List<String> names, List<String> extra, String file, long row, Faults faults) {
        Optional<String> near = NearNames.of(PATIENT_ID, extra).stream().findFirst();
        Place place = new Place(row, near.map(names::indexOf).orElse(0));
        Fault fault = Fault.error(
                DataCode.DUMMY_PATIENT_ID,
                place,
                "`" + file + "` has no column `" + PATIENT_ID + "`",
                near.map(name -> "the file has `" + name + "`; rename it").orElse("every table needs it: a whole number for each patient"));
        faults.add(PATIENT_ID, near.isPresent() ? fault.fixedBy(PATIENT_ID) : fault);
        near.ifPresent(extra::remove);
    }

    private static void missing(
            TableSchema.Column column, List<String> names, FileTable table, List<String> extra, String file, long row, Faults faults) {
        Optional<String> near = NearNames.of(column.name(), extra).stream().findFirst()
                .or(() -> extra.size() == 1 ? Optional.of(extra.getFirst()) : Optional.empty());
        boolean notNull = column.constraint(Constraint.NotNull.class).isPresent();
        boolean error = table.columnsRequired() || notNull && !knowsUnknown(column);
        String message = "`" + file + "` has no column `" + column.name() + "`, which the definition uses"
                + (table.columnsRequired() ? "" : error ? " and which is never empty in real data" : ": it will be missing for everyone");
        Place place = new Place(row, near.map(names::indexOf).orElse(-1));
        String[] hints = near.map(name -> new String[] {"the file has `" + name + "`; rename it"}).orElse(new String[] {"add it, or leave it so if no value is meant"});
        Fault fault = error
                ? Fault.error(DataCode.DUMMY_COLUMN_MISSING, place, message, near.isPresent() ? hints : new String[] {"add it"})
                : Fault.warning(DataCode.DUMMY_COLUMN_MISSING, place, message, hints);
        faults.add(column.name(), near.isPresent() ? fault.fixedBy(column.name()) : fault);
        near.ifPresent(extra::remove);
    }

    /** Whether one of the column's categories is that of patients of whom it is not known: without the column, all are such. */
    private static boolean knowsUnknown(TableSchema.Column column) {
        return column.constraint(Constraint.Categorical.class).filter(categorical -> categorical.values().contains("unknown")).isPresent();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(Shown::of).collect(Collectors.joining(", "));
    }
}
