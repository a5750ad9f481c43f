package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import org.junit.jupiter.api.Test;

final class DatesAndDurationsTest {
    @Test
    void knowsTheCalendar() {
        fails("dataset.x = patients.date_of_birth > ^\"2023-04-31\"^", QueryCode.DATE_IMPOSSIBLE);
        fails("dataset.x = patients.is_dead_on(^\"2023-13-01\"^)", QueryCode.DATE_IMPOSSIBLE);
        fails("end = ^\"2023-02-30\"^\ndataset.x = apcs.where(apcs.admission_date.is_on_or_between(\"2023-01-01\", end)).exists_for_patient()", QueryCode.DATE_IMPOSSIBLE);
        compiles("dataset.x = patients.date_of_birth > \"2024-02-29\"");
    }

    @Test
    void readsOneFormOnly() {
        assertThat(fails("dataset.x = patients.age_on(^\"1/4/2022\"^)", QueryCode.DATE_FORMAT).hints()).hasSize(2);
        fails("dataset.x = patients.age_on(^\"20220401\"^)", QueryCode.DATE_FORMAT);
        fails("dataset.x = patients.age_on(^\"2022-4-1\"^)", QueryCode.DATE_FORMAT);
        fails("dataset.x = patients.age_on(^\"1 April 2022\"^)", QueryCode.DATE_FORMAT);
        fails("dataset.x = patients.age_on(^\"25.12.2022\"^)", QueryCode.DATE_FORMAT);
        fails("dataset.x = patients.age_on(^\"2022-04-01 \"^)", QueryCode.DATE_FORMAT);
        fails("dataset.x = patients.age_on(^2022^)", QueryCode.TYPE_MISMATCH);
    }

    @Test
    void wantsAUnit() {
        fails("dataset.x = patients.date_of_birth - ^30^", EvalCode.DATE_PLUS_NUMBER);
        fails("dataset.x = apcs.where(apcs.admission_date > patients.date_of_birth + ^365^).exists_for_patient()", EvalCode.DATE_PLUS_NUMBER);
        fails("dataset.x = patients.date_of_birth + ^apcs.count_for_patient()^", EvalCode.DATE_PLUS_NUMBER);
        fails("day = study_start - ^400^", EvalCode.DATE_PLUS_NUMBER);
        fails("day = study_start\nday += ^7^", EvalCode.DATE_PLUS_NUMBER);
        fails("day = ^365^ + \"2020-01-01\"", EvalCode.DATE_PLUS_NUMBER);
        fails("from datetime import date\nday = date(2020, 1, 1) + ^1.5^", EvalCode.DATE_PLUS_NUMBER);
        assertThat(fails("day = \"2020-01-01\" + ^28^", EvalCode.DATE_PLUS_NUMBER).hints()).anyMatch(hint -> hint.contains("`days(28)`"));
        fails("day = ^\"2020-01\" + 28^", EvalCode.OPERANDS);
        fails("dataset.x = ^study_start - patients.date_of_birth^", QueryCode.DIFFERENCE_NEEDS_UNIT);
        fails("gap = ^study_start - patients.date_of_birth^\ndataset.x = gap > 18", QueryCode.DIFFERENCE_NEEDS_UNIT);
        fails("dataset.x = (study_start - patients.date_of_birth).^year^", QueryCode.DIFFERENCE_NEEDS_UNIT);
        compiles("dataset.x = (study_start - patients.date_of_birth).years + 1");
    }

    @Test
    void comparesADifferenceByItsNumber() {
        fails("dataset.x = ^patients.date_of_death - patients.date_of_birth >= years(80)^", QueryCode.DIFFERENCE_AGAINST_DURATION);
        fails("dataset.x = ^weeks(2) > (study_start - patients.date_of_birth)^", QueryCode.DIFFERENCE_AGAINST_DURATION);
        fails("dataset.x = ^patients.date_of_birth > years(18)^", QueryCode.DURATION_NEEDED);
        fails("dataset.x = patients.age_on(study_start) > ^years(18)^", QueryCode.TYPE_MISMATCH);
    }

    @Test
    void takesWholeUnitsOnly() {
        fails("dataset.x = patients.date_of_birth + ^years(1.5)^", QueryCode.DURATION_FRACTION);
        fails("dataset.x = patients.date_of_birth + ^days(7.0)^", QueryCode.DURATION_FRACTION);
        fails("dataset.x = patients.date_of_birth + days(^\"7\"^)", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = patients.date_of_birth + years(^clinical_events.numeric_value.mean_for_patient()^)", QueryCode.DURATION_FRACTION);
    }

    @Test
    void hasNoOrderOfDurations() {
        fails("longer = ^years(1) >= days(365)^\ndataset.x = patients.sex", QueryCode.DURATION_ORDER);
        fails("span = ^months(1) + days(3)^\ndataset.x = patients.sex", QueryCode.DURATION_ORDER);
        fails("span = ^2 * months(1)^\ndataset.x = patients.sex", QueryCode.DURATION_ORDER);
        fails("dataset.x = ^days(1) - patients.date_of_birth^", QueryCode.DURATION_NEEDED);
        compiles("span = days(1) + days(2)\ndataset.x = patients.date_of_birth + span");
    }

    @Test
    void countsEpisodesByDaysOrWeeks() {
        fails("dataset.x = apcs.admission_date.count_episodes_for_patient(^14^)", QueryCode.DURATION_NEEDED);
        fails("dataset.x = apcs.admission_date.count_episodes_for_patient(^months(1)^)", QueryCode.DURATION_NEEDED);
        compiles("dataset.x = apcs.admission_date.count_episodes_for_patient(weeks(2))");
    }

    @Test
    void wantsAPairForDuring() {
        fails("dataset.x = patients.date_of_birth.is_during(^study_start^)", EvalCode.ARGUMENT_KIND);
        fails("dataset.x = patients.date_of_birth.is_during(^days(30)^)", EvalCode.ARGUMENT_KIND);
        compiles("dataset.x = patients.date_of_birth.is_during((study_start, \"2023-04-01\"))");
    }
}
