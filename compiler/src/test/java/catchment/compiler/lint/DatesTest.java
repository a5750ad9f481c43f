package catchment.compiler.lint;

import static catchment.compiler.lint.Linted.dataset;
import static catchment.compiler.lint.Linted.measure;
import static catchment.compiler.lint.Linted.population;
import static catchment.compiler.lint.Linted.silent;
import static catchment.compiler.lint.Linted.speaks;

import org.junit.jupiter.api.Test;

final class DatesTest {
    private static final String SEEN = "dataset.seen = clinical_events.where(clinical_events.date <= %s).exists_for_patient()\n";

    @Test
    void aDateThatNoRecordHasLacksADigit() {
        speaks(dataset(SEEN.formatted("^\"0223-03-01\"^")), LintCode.DATE_IMPLAUSIBLE);
        speaks(dataset("from datetime import date\nend = ^date(202, 3, 1)^\n" + SEEN.formatted("end")), LintCode.DATE_IMPLAUSIBLE);
        silent(dataset("last = clinical_events.date.maximum_for_patient()\ndataset.x = last.when_null_then(\"2199-05-05\")\n" + SEEN.formatted("\"9999-12-31\"")));
    }

    @Test
    void aMonthFromTheLastDaysOfAMonthMayBeNoDate() {
        speaks(dataset(SEEN.formatted("^patients.date_of_death - months(1)^")), LintCode.MONTH_ARITHMETIC);
        speaks(dataset(SEEN.formatted("^\"2024-03-31\" - months(1)^")), LintCode.MONTH_ARITHMETIC);
        silent(dataset(SEEN.formatted("patients.date_of_birth + months(3)") + "dataset.x = patients.age_on(\"2024-03-15\" - months(1))\n"));
        silent(measure("clinical_events.where(clinical_events.date.is_on_or_between(INTERVAL.start_date - months(6), INTERVAL.start_date)).exists_for_patient()"));
    }

    @Test
    void aNumberOfDaysIsAYearOrIsNot() {
        speaks(dataset(SEEN.formatted("patients.date_of_death - ^days(360)^")), LintCode.DAYS_NEAR_A_UNIT);
        speaks(dataset("a_year_before = patients.date_of_death - ^days(355)^\n" + SEEN.formatted("a_year_before")), LintCode.DAYS_NEAR_A_UNIT);
        silent(dataset(SEEN.formatted("patients.date_of_death - days(365)") + "dataset.x = patients.age_on(patients.date_of_death + days(28) + days(364) + days(731))\n"));
    }

    @Test
    void aTableOfPeriodsHoldsAllTimes() {
        speaks(population("dataset.define_population(^practice_registrations.exists_for_patient()^ & (patients.age_on(day) >= 18))\n"), LintCode.EXISTS_WITHOUT_DATE);
        silent(population("dataset.define_population(practice_registrations.exists_for_patient_on(day) & practice_registrations.exists_for_patient())\n"));
        speaks(
                dataset("dataset.imd = ^addresses.sort_by(addresses.start_date).last_for_patient()^.imd_rounded\n"),
                LintCode.LATEST_NOT_AT_DATE);
        silent(dataset("dataset.left = practice_registrations.sort_by(practice_registrations.start_date).last_for_patient().start_date\n"));
        silent(dataset("dataset.imd = addresses.for_patient_on(day).imd_rounded\n"));
    }

    @Test
    void thePastEndsAtADate() {
        String copd = "copd = clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes))\n";
        speaks(dataset("copd = ^clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes))^\ndataset.prior_copd = copd.exists_for_patient()\n"), LintCode.NO_UPPER_DATE);
        silent(dataset(copd + "dataset.prior_copd = copd.where(copd.date < day).exists_for_patient()\ndataset.copd = copd.exists_for_patient()\n"));
        silent(dataset(copd + "dataset.copd_before = copd.date.minimum_for_patient() < day\n"));
    }

    @Test
    void theOneVariableWithoutAnEndIsOdd() {
        StringBuilder body = new StringBuilder();
        for (String name : new String[] {"a", "b", "c"}) {
            body.append("dataset.").append(name).append(" = clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes) & (clinical_events.date < \"202")
                    .append(name.charAt(0) - 'a').append("-01-01\")).exists_for_patient()\n");
        }
        speaks(dataset(body + "dataset.d = ^clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes))^.exists_for_patient()\n"), LintCode.NO_UPPER_DATE);
        silent(dataset(body.toString()));
    }

    @Test
    void aNumeratorUsesItsInterval() {
        speaks(measure("^clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes)).exists_for_patient()^"), LintCode.MEASURE_IGNORES_INTERVAL);
        silent(measure("patients.sex == \"female\""));
        silent(measure("clinical_events.where(clinical_events.date.is_on_or_before(INTERVAL.end_date)).exists_for_patient()"));
        speaks(measure("clinical_events.where(^clinical_events.date >= INTERVAL.start_date^).exists_for_patient()"), LintCode.INTERVAL_OPEN_ENDED);
        silent(measure("clinical_events.where(clinical_events.date >= INTERVAL.start_date).where(clinical_events.date <= INTERVAL.end_date).exists_for_patient()"));
    }

    @Test
    void aDateLiesInAnInterval() {
        speaks(
                measure("clinical_events.where(clinical_events.date.is_during(INTERVAL) & ^(clinical_events.date > \"2023-05-01\")^).exists_for_patient()"),
                LintCode.DATE_IN_NO_INTERVAL);
        silent(measure("clinical_events.where(clinical_events.date.is_during(INTERVAL) & (clinical_events.date > \"2022-05-01\")).exists_for_patient()"));
    }
}
