package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.runtime.Progress;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    private static Coverage coverage(String text, long size) throws InterruptedException {
        return new DummyDataGenerator(DefinitionText.request(text, size)).generate(new DummyTables(), Progress.NONE).coverage();
    }

    @Test
    void reachesEveryBranchListAndOutcome() throws InterruptedException {
        Coverage coverage = coverage(
                """
                diabetes = codelist_from_csv("diabetes.csv", column="code", category_column="type")
                asthma = codelist_from_csv("asthma.csv", column="code")
                index = "2024-01-01"
                age = patients.age_on(index)
                events = clinical_events.where(clinical_events.date <= index)
                dataset.define_population(age >= 18)
                dataset.band = case(when(age < 30).then("18"), when(age < 50).then("30"), when(age < 90).then("50"), otherwise="90")
                last = events.where(events.snomedct_code.is_in(diabetes)).sort_by(events.date).last_for_patient()
                dataset.type = last.snomedct_code.to_category(diabetes)
                dataset.since = (index - last.date).months
                dataset.asthma = events.where(events.snomedct_code.is_in(asthma)).exists_for_patient()
                later = events.where(events.snomedct_code.is_in(asthma)).where(events.date > last.date + days(30))
                dataset.later = later.sort_by(events.date).first_for_patient().date
                dataset.quintile = tpp.addresses.for_patient_on(index).imd_quintile
                dataset.value = later.numeric_value.mean_for_patient()
                """,
                400);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.expected()).isGreaterThan(20);
    }

    @Test
    void namesABranchThatThePopulationLeavesNobodyFor() throws InterruptedException {
        Coverage coverage = coverage(
                """
                age = patients.age_on("2024-01-01")
                dataset.define_population(age >= 18)
                dataset.band = case(
                    when(age < 18).then("child"),
                    otherwise="adult",
                )
                """,
                50);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.impossible()).singleElement().satisfies(missed -> {
            assertThat(missed.kind()).isEqualTo(Coverage.Kind.BRANCH);
            assertThat(missed.description()).contains("band").contains("child");
            assertThat(missed.span().start().line()).isEqualTo(8);
        });
    }

    @Test
    void expectsNothingMissingWhereNothingCanBe() throws InterruptedException {
        Coverage coverage = coverage(
                """
                dataset.define_population(patients.sex == "female")
                dataset.sex = patients.sex
                dataset.count = clinical_events.count_for_patient()
                dataset.filled = clinical_events.numeric_value.sum_for_patient().when_null_then(0.0)
                """,
                100);

        assertThat(coverage.missed()).isEmpty();
    }

    @Test
    void expectsNothingThatCannotBe() throws InterruptedException {
        Coverage coverage = coverage(
                """
                none = clinical_events.where(clinical_events.snomedct_code.is_in([]))
                asthma = clinical_events.where(clinical_events.snomedct_code.is_in(["195967001"])).date.maximum_for_patient()
                resolved = clinical_events.where(clinical_events.snomedct_code.is_in(["162660004"])).date.maximum_for_patient()
                age = patients.age_on("2024-01-01")
                dataset.define_population((age >= 18) & (age < 100))
                dataset.band = case(
                    when((age >= 18) & (age <= 39)).then("18"),
                    when((age >= 40) & (age <= 64)).then("40"),
                    when(age >= 65).then("65"),
                )
                dataset.never = none.date.maximum_for_patient()
                dataset.flag = none.exists_for_patient()
                dataset.asthma = asthma.is_not_null() & (resolved.is_null() | (resolved <= asthma))
                dataset.band_again = case(when(dataset.band == "18").then(1), otherwise=2)
                """,
                100);

        assertThat(coverage.missed()).isEmpty();
        // Three bands, two further outcomes of them, one and one of what never is, …
        assertThat(coverage.impossible()).isEmpty();
    }

    @Test
    void reachesWhatOnlyTheFewPatientsOfAnInlineTableCanShow() throws InterruptedException {
        Coverage coverage = coverage(
                """
                from ehrql.tables import PatientFrame, Series, table_from_rows
                import datetime
                @table_from_rows([(4, datetime.date(2020, 3, 1)), (9, datetime.date(2021, 7, 15))])
                class known(PatientFrame):
                    start = Series(datetime.date)
                dataset.define_population(patients.exists_for_patient())
                since = clinical_events.where(clinical_events.date >= known.start)
                for i in range(100):
                    dataset.add_column(f"found{i}", since.where(since.snomedct_code == str(1234567 + i)).date.minimum_for_patient())
                """,
                300);

        assertThat(coverage.missed()).isEmpty();
    }

    /** Two patients cannot come to five branches. */
    @Test
    void expectsOfTheFewPatientsOfAnInlineTableNoMoreThanOneBranchEach() throws InterruptedException {
        Coverage coverage = coverage(
                """
                from ehrql.tables import PatientFrame, Series, table_from_rows
                import datetime
                @table_from_rows([(4, datetime.date(2020, 3, 1)), (9, datetime.date(2021, 7, 15))])
                class known(PatientFrame):
                    start = Series(datetime.date)
                dataset.define_population(patients.exists_for_patient())
                last = clinical_events.where(clinical_events.date < known.start).sort_by(clinical_events.date).last_for_patient()
                dataset.band = case(*[when(last.numeric_value < i).then(str(i)) for i in range(1, 6)], otherwise="6")
                """,
                100);

        // Both may come to the same one.
        assertThat(coverage.missed()).hasSizeLessThanOrEqualTo(1);
        assertThat(coverage.impossible()).hasSize(3);
    }

    /** In dummy data registrations do not end, so whoever was registered 90 days before a day was so on the day. */
    @Test
    void expectsNothingMissingOfARowThatThePopulationMustHave() throws InterruptedException {
        Coverage coverage = coverage(
                """
                day = "2024-01-01"
                before = practice_registrations.for_patient_on("2023-10-03")
                on = practice_registrations.for_patient_on(day)
                young = patients.age_on(day) < 1
                dataset.define_population(before.exists_for_patient() | (young & on.exists_for_patient()))
                dataset.practice = on.practice_pseudo_id
                """,
                200);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.expected()).isEqualTo(1);
    }

    @Test
    void expectsWhatARowMayLackThatThePopulationNeedNotHave() throws InterruptedException {
        Coverage coverage = coverage(
                """
                before = practice_registrations.for_patient_on("2023-10-03")
                on = practice_registrations.for_patient_on("2024-01-01")
                dataset.define_population(on.exists_for_patient())
                dataset.practice = before.practice_pseudo_id
                """,
                200);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.expected()).isEqualTo(2);
    }

    @Test
    void expectsNothingThatNoRowOfAnInlineTableAllows() throws InterruptedException {
        Coverage coverage = coverage(
                """
                from ehrql.tables import PatientFrame, Series, table_from_rows
                @table_from_rows([(4, "case", 1), (9, "control", 2), (12, "control", 2)])
                class known(PatientFrame):
                    arm = Series(str)
                    site = Series(int)
                dataset.define_population(known.exists_for_patient())
                dataset.arm = case(*[when(known.arm == arm).then(letter) for arm, letter in [("case", "A"), ("control", "B"), ("withdrawn", "C")]])
                dataset.place = case(
                    when((known.arm == "case") & (known.site == 1)).then("first"),
                    when((known.arm == "case") & (known.site == 2)).then("second"),
                    otherwise="others",
                )
                dataset.fallen = known.arm.is_in(["lost", "dead"])
                dataset.arm_known = known.arm
                """,
                3);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.impossible())
                .extracting(Coverage.Missed::description)
                .containsExactlyInAnyOrder(
                        "nobody has \"C\" of `arm`", "nobody comes to branch 2 of `place`, \"second\"", "no value of a list of 2 that begins with lost");
    }

    /** The second of three cannot be in the population; the first and the third show opposite things. */
    @Test
    void letsEachOfTheFewPatientsOfAnInlineTableShowWhatTheOthersDidNot() throws InterruptedException {
        Coverage coverage = coverage(
                """
                from ehrql.tables import PatientFrame, Series, table_from_rows
                import datetime
                @table_from_rows([(4, datetime.date(2020, 3, 1)), (9, datetime.date(1850, 1, 1)), (12, datetime.date(2021, 7, 15))])
                class known(PatientFrame):
                    start = Series(datetime.date)
                dataset.define_population(practice_registrations.for_patient_on(known.start).exists_for_patient())
                dataset.age = patients.age_on(known.start)
                dataset.flag = clinical_events.where(clinical_events.date > known.start).sort_by(clinical_events.date).first_for_patient().numeric_value > 5
                dataset.last = clinical_events.where(clinical_events.date < known.start).date.maximum_for_patient()
                """,
                100);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.expected()).isEqualTo(6);
    }

    /** The dates of an inline table lie far from any that the definition names. */
    @Test
    void expectsRecordsAfterADateThatOnlyAnInlineTableNames() throws InterruptedException {
        Coverage coverage = coverage(
                """
                from ehrql.tables import PatientFrame, Series, table_from_rows
                import datetime
                @table_from_rows([(1, datetime.date(2020, 3, 1)), (2, None), (3, datetime.date(2021, 7, 15))])
                class known(PatientFrame):
                    start = Series(datetime.date)
                dataset.define_population(known.exists_for_patient())
                after = clinical_events.where(clinical_events.date.is_on_or_between(known.start, "2022-04-01"))
                dataset.first = after.sort_by(clinical_events.date).first_for_patient().date
                """,
                3);

        assertThat(coverage.expected()).isEqualTo(2);
        assertThat(coverage.missed()).isEmpty();
    }
}
