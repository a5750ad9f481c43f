package catchment.compiler.lint;

import static catchment.compiler.lint.Linted.dataset;
import static catchment.compiler.lint.Linted.population;
import static catchment.compiler.lint.Linted.silent;
import static catchment.compiler.lint.Linted.speaks;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Severity;
import org.junit.jupiter.api.Test;

final class MissingValuesTest {
    private static final String REGION = "region = practice_registrations.for_patient_on(day).practice_nuts1_region_name\n";

    @Test
    void thatAComparisonIsThereDoesNotSayThatItIsTrue() {
        speaks(dataset("first = clinical_events.date.minimum_for_patient()\ndataset.x = ^(first < day).is_not_null()^\n"), LintCode.IS_NOT_NULL_OF_CONDITION);
        silent(dataset("first = clinical_events.date.minimum_for_patient()\ndataset.x = (first < day).when_null_then(False)\ndataset.y = first.is_not_null()\n"));
    }

    @Test
    void whatIsNeverMissingIsNotAskedForIt() {
        speaks(dataset("dataset.x = ^clinical_events.exists_for_patient().is_null()^\n"), LintCode.NULL_TEST_NEVER_NULL);
        speaks(dataset("dataset.x = ^clinical_events.count_for_patient().when_null_then(0).is_not_null()^\n"), LintCode.NULL_TEST_NEVER_NULL);
        silent(dataset("dataset.x = clinical_events.except_where(clinical_events.date < day).exists_for_patient()\ndataset.y = patients.sex.is_null()\n"));
    }

    @Test
    void whoLivesHasNoDateOfDeath() {
        String alive = "patients.exists_for_patient()";
        speaks(population("dataset.define_population(" + alive + " & ^(patients.date_of_death > day)^)\n"), LintCode.NULL_DROPS_PATIENTS);
        speaks(population("dataset.define_population(" + alive + " & ^~(ons_deaths.date <= day)^)\n"), LintCode.NULL_DROPS_PATIENTS);
        speaks(
                dataset("dataset.x = practice_registrations.where(^practice_registrations.end_date.is_after(day)^).exists_for_patient()\n"),
                LintCode.NULL_DROPS_PATIENTS);
        silent(population("dataset.define_population(" + alive + " & ((patients.date_of_death > day) | patients.date_of_death.is_null()))\n"));
        silent(population("dataset.define_population(patients.is_alive_on(day) & (patients.age_on(day) > 17))\n"));
        silent(population("dataset.define_population(patients.date_of_death.is_on_or_between(day, \"2024-01-01\"))\n"));
    }

    @Test
    void unequalIsNeitherTrueNorFalseWhereAValueIsMissing() {
        speaks(dataset(REGION + "dataset.x = ^region != \"London\"^\n"), LintCode.NOT_EQUAL_AND_NULL);
        silent(dataset(REGION + "dataset.x = (region != \"London\").when_null_then(True)\n"));
        silent(dataset(REGION + "dataset.x = (region != \"London\") | region.is_null()\n"));
        silent(dataset(REGION + "dataset.x = case(when(region != \"London\").then(1), otherwise=0)\ndataset.y = patients.sex != \"female\"\n"));
    }

    @Test
    void missingValuesSortFirst() {
        speaks(
                dataset("dataset.x = clinical_events.sort_by(^clinical_events.numeric_value^).first_for_patient().numeric_value\n"),
                LintCode.SORT_NULLS_FIRST);
        silent(
                dataset("dataset.x = clinical_events.where(clinical_events.numeric_value > 0).sort_by(clinical_events.numeric_value).first_for_patient().numeric_value\n"
                        + "dataset.y = clinical_events.sort_by(clinical_events.numeric_value).last_for_patient().numeric_value\n"
                        + "dataset.z = clinical_events.sort_by(clinical_events.date).first_for_patient().date\n"));
    }

    @Test
    void aRowIsPickedByChanceWhereTheSortLeavesRowsEqual() {
        assertThat(speaks(dataset("dataset.x = ^clinical_events.sort_by(clinical_events.date).last_for_patient().snomedct_code^\n"), LintCode.PICK_NOT_UNIQUE).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(speaks(
                                dataset("copd = clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes))\n"
                                        + "dataset.x = copd.sort_by(copd.date).last_for_patient().numeric_value\n"
                                        + "dataset.y = copd.sort_by(copd.date).first_for_patient().numeric_value\n"),
                                LintCode.PICK_NOT_UNIQUE)
                        .severity())
                .isEqualTo(Severity.NOTE);
        silent(dataset("dataset.x = clinical_events.sort_by(clinical_events.date, clinical_events.snomedct_code).last_for_patient().snomedct_code\n"));
    }
}
