package catchment.compiler.model;

/** At most one row per patient. */
public sealed interface PatientFrame extends Frame permits SelectPatientTable, InlinePatientTable, PickOneRowPerPatient {
    @Override
    default Domain domain() {
        return Domain.PATIENT;
    }
}
