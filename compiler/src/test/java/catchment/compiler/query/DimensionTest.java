package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static catchment.compiler.query.Checked.failsWithoutPopulation;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

final class DimensionTest {
    @Test
    void wantsOneValuePerPatientForAVariable() {
        fails("dataset.x = ^clinical_events.numeric_value^", QueryCode.MANY_ROWS);
        fails("dataset.x = ^apcs.admission_date > study_start^", QueryCode.MANY_ROWS);
        fails("dataset.add_column(\"x\", ^clinical_events.snomedct_code^)", QueryCode.MANY_ROWS);
        fails("recent = apcs.where(apcs.admission_date > study_start)\ndataset.x = ^recent.discharge_date^", QueryCode.MANY_ROWS);
        failsWithoutPopulation("dataset.define_population(^clinical_events.numeric_value > 3.0^)", QueryCode.MANY_ROWS);
        compiles("dataset.x = clinical_events.numeric_value.maximum_for_patient()");
    }

    @Test
    void takesOneCondition() {
        fails("dataset.x = apcs.where(^apcs.admission_date > study_start, apcs.discharge_date < \"2023-01-01\"^).exists_for_patient()", QueryCode.SURPLUS_ARGUMENT);
        failsWithoutPopulation("dataset.define_population(^patients.exists_for_patient(), patients.age_on(study_start) > 18^)", QueryCode.SURPLUS_ARGUMENT);
    }

    @Test
    void wantsAColumnOfARow() {
        Diagnostic found = fails("home = addresses.for_patient_on(study_start)\ndataset.imd = ^home^", QueryCode.ROW_NOT_VALUE);
        assertThat(found.hints().getFirst()).contains("imd");
        fails("dataset.x = ^apcs^", QueryCode.ROW_NOT_VALUE);
        fails("last = apcs.sort_by(apcs.admission_date).last_for_patient()\ndataset.x = ^last^ == study_start", QueryCode.ROW_NOT_VALUE);
        compiles("dataset.imd = addresses.for_patient_on(study_start).imd_rounded");
    }

    @Test
    void wantsAConditionNotATable() {
        fails("dataset.x = ^apcs^ | ons_deaths.exists_for_patient()", QueryCode.FRAME_AS_CONDITION);
        fails("dataset.x = ~^ons_deaths^", QueryCode.FRAME_AS_CONDITION);
        failsWithoutPopulation("dataset.define_population(^practice_registrations.spanning(study_start, study_start)^)", QueryCode.FRAME_AS_CONDITION);
        fails("dataset.x = case(when(^apcs^).then(1), otherwise=0)", QueryCode.FRAME_AS_CONDITION);
    }

    @Test
    void wantsAnOrderBeforeAPick() {
        fails("dataset.x = apcs.^last_for_patient()^.primary_diagnosis", QueryCode.PICK_WITHOUT_SORT);
        fails("e = clinical_events.where(clinical_events.date < study_start)\ndataset.x = e.^first_for_patient^().date", QueryCode.PICK_WITHOUT_SORT);
        fails("dataset.x = clinical_events.^first^().date", QueryCode.PICK_WITHOUT_SORT);
    }

    @Test
    void keepsRowsOfTwoTablesApart() {
        fails("dataset.x = (^clinical_events.date - apcs.admission_date^).days.maximum_for_patient()", QueryCode.ROWS_OF_TWO_TABLES);
        fails("dataset.x = clinical_events.where(^clinical_events.date > medications.date^).exists_for_patient()", QueryCode.ROWS_OF_TWO_TABLES);
        fails(
                "a = clinical_events.where(clinical_events.numeric_value > 1.0)\nb = clinical_events.where(clinical_events.numeric_value > 2.0)\ndataset.x = (^a.numeric_value + b.numeric_value^).sum_for_patient()",
                QueryCode.ROWS_OF_TWO_TABLES);
        fails("dataset.x = maximum_of(^apcs.admission_date, medications.date^).maximum_for_patient()", QueryCode.ROWS_OF_TWO_TABLES);
        compiles("dataset.x = apcs.admission_date.minimum_for_patient() < medications.date.minimum_for_patient()");
    }

    @Test
    void filtersAndSortsByTheFramesOwnColumns() {
        fails("dataset.x = medications.where(^apcs.admission_date^ < study_start).exists_for_patient()", QueryCode.FILTER_OF_OTHER_TABLE);
        fails(
                "dataset.x = medications.where(medications.dmd_code.is_in(copd_codes)).where(^clinical_events.date^ < study_start).exists_for_patient()",
                QueryCode.FILTER_OF_OTHER_TABLE);
        fails("dataset.x = medications.sort_by(^clinical_events.date^).last_for_patient().dmd_code", QueryCode.FILTER_OF_OTHER_TABLE);
        fails("dataset.x = medications.sort_by(^patients.date_of_birth^).last_for_patient().dmd_code", QueryCode.SORT_BY_PATIENT_VALUE);
        fails("dataset.x = medications.sort_by(^medications.date > study_start^).last_for_patient().dmd_code", QueryCode.TYPE_MISMATCH);
        compiles("dataset.x = medications.where(medications.date < study_start).exists_for_patient()");
    }

    @Test
    void cannotFilterARowOrAValue() {
        fails("last = apcs.sort_by(apcs.admission_date).last_for_patient()\ndataset.x = last.^sort_by^(apcs.discharge_date)", QueryCode.WHERE_AFTER_PICK);
        fails("dataset.x = patients.^where(patients.sex == \"male\")^.exists_for_patient()", QueryCode.WHERE_AFTER_PICK);
        fails("home = addresses.for_patient_on(study_start)\ndataset.x = home.^for_patient_on^(study_start).imd_rounded", QueryCode.WHERE_AFTER_PICK);
        fails("dataset.x = patients.sex.^where^(patients.sex == \"male\")", QueryCode.WHERE_ON_VALUE);
        fails("dataset.x = apcs.admission_date.^exists_for_patient^()", QueryCode.WHERE_ON_VALUE);
    }

    @Test
    void doesNotAggregateTwice() {
        fails("dataset.x = apcs.admission_date.minimum_for_patient()^.minimum_for_patient()^", QueryCode.ALREADY_ONE_VALUE);
        fails("dataset.x = patients.date_of_birth.^count_distinct_for_patient()^", QueryCode.ALREADY_ONE_VALUE);
    }

    @Test
    void namesTheColumnBeforeAMethodOfColumns() {
        fails("dataset.x = clinical_events.where(clinical_events.^is_in^(copd_codes)).exists_for_patient()", QueryCode.COLUMN_MISSING_BEFORE_METHOD);
        fails("dataset.x = medications.^maximum_for_patient^()", QueryCode.COLUMN_MISSING_BEFORE_METHOD);
        fails("dataset.x = ons_deaths.^is_after^(study_start)", QueryCode.COLUMN_MISSING_BEFORE_METHOD);
        fails("dataset.x = ons_deaths.^is_null^()", QueryCode.COLUMN_MISSING_BEFORE_METHOD);
    }
}
