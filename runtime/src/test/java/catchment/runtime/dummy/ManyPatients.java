package catchment.runtime.dummy;

import catchment.runtime.Progress;

/** Makes patients for a definition like the README's in a process of its own, whose memory has a bound. */
final class ManyPatients {
    private static final String DEFINITION = """
            index = "2024-03-31"
            asthma = codelist_from_csv("asthma.csv", column="code")
            events = clinical_events.where(clinical_events.date.is_on_or_before(index))
            with_asthma = events.where(events.snomedct_code.is_in(asthma))
            recent = medications.where(medications.date.is_on_or_between("2023-04-01", index))
            age = patients.age_on(index)
            alive = patients.date_of_death.is_after(index) | patients.date_of_death.is_null()
            dataset.define_population((age >= 18) & alive & with_asthma.exists_for_patient())
            dataset.sex = patients.sex
            dataset.age = age
            dataset.band = case(when(age < 40).then("18-39"), when(age < 65).then("40-64"), otherwise="65+")
            dataset.since = with_asthma.sort_by(with_asthma.date).first_for_patient().date
            dataset.relievers = recent.where(recent.dmd_code.is_in(["35943111000001102"])).count_for_patient()
            """;

    private ManyPatients() {}

    /** Makes so many. */
    public static void main(String[] arguments) throws InterruptedException {
        long size = Long.parseLong(arguments[0]);
        DummyTables tables = new DummyTables();
        DummyDataOutcome outcome = new DummyDataGenerator(DefinitionText.request(DEFINITION, size)).generate(tables, Progress.NONE);
        long rows = tables.tables().byName().values().stream().mapToLong(table -> table.rows().size()).sum();
        System.out.println(outcome.patients() + " patients, " + rows + " rows " + outcome.diagnostics());
        System.exit(outcome.patients() == size ? 0 : 1);
    }
}
