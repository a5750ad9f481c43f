package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

final class TypeTest {
    @Test
    void wantsTheSameTypeOnBothSides() {
        fails("dataset.x = patients.sex == ^1^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = patients.age_on(study_start) + ^\"1\"^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = patients.age_on(study_start) * ^1.5^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = patients.age_on(study_start) > ^18.0^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = clinical_events.numeric_value.mean_for_patient() > ^\"30.5\"^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = apcs.exists_for_patient() == ^1^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = apcs.count_for_patient() + ^clinical_events.numeric_value.mean_for_patient()^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = patients.date_of_birth < ^patients.sex^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = patients.sex == ^True^", QueryCode.TYPE_MISMATCH);
        compiles("dataset.x = clinical_events.numeric_value.mean_for_patient() > 30");
    }

    @Test
    void comparesWithOneValue() {
        fails("dataset.x = ^patients.sex == [\"male\", \"female\"]^", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = clinical_events.where(^clinical_events.snomedct_code != copd_codes^).exists_for_patient()", QueryCode.TYPE_MISMATCH);
    }

    @Test
    void namesTheMethodThatWasCalled() {
        assertThat(fails("dataset.x = patients.age_on(^True^)", QueryCode.TYPE_MISMATCH).message()).startsWith("`age_on` wants a date");
        assertThat(fails("dataset.x = ons_deaths.cause_of_death_is_in(^\"J440\"^)", QueryCode.IS_IN_NEEDS_LIST).message())
                .startsWith("`cause_of_death_is_in` wants a list");
    }

    @Test
    void saysWhatFillsAMissingValue() {
        fails("dataset.x = apcs.admission_date.minimum_for_patient().when_null_then(^\"never\"^)", QueryCode.DATE_FORMAT);
        fails("dataset.x = patients.age_on(study_start).when_null_then(^\"unknown\"^)", QueryCode.TYPE_MISMATCH);
        compiles("dataset.x = apcs.admission_date.minimum_for_patient().when_null_then(None)");
    }

    @Test
    void hasOperatorsByType() {
        fails("dataset.x = ^patients.sex + \"!\"^", QueryCode.OPERATOR_NOT_FOR_TYPE);
        fails("dataset.x = ^patients.age_on(study_start) % 2^", QueryCode.OPERATOR_NOT_FOR_TYPE);
        fails("dataset.x = ^-apcs.exists_for_patient()^", QueryCode.OPERATOR_NOT_FOR_TYPE);
        fails("dataset.x = ^~patients.sex^ == \"male\"", QueryCode.OPERATOR_NOT_FOR_TYPE);
        fails("dataset.x = ^apcs.exists_for_patient() + ons_deaths.exists_for_patient()^", QueryCode.OPERATOR_NOT_FOR_TYPE);
        fails("dataset.x = ^apcs.exists_for_patient() > False^", QueryCode.OPERATOR_NOT_FOR_TYPE);
        fails("dataset.x = ^patients.date_of_birth^ & patients.exists_for_patient()", QueryCode.TYPE_MISMATCH);
        compiles("dataset.x = apcs.exists_for_patient().as_int() + ons_deaths.exists_for_patient().as_int()");
    }

    @Test
    void wantsCodesAsText() {
        fails("codes = ^[13645005, 185086009]^\ndataset.x = clinical_events.where(clinical_events.snomedct_code.is_in(codes)).exists_for_patient()", QueryCode.CODE_AS_NUMBER);
        fails("dataset.x = clinical_events.where(clinical_events.snomedct_code == ^13645005^).exists_for_patient()", QueryCode.CODE_AS_NUMBER);
        fails("dataset.x = clinical_events.where(clinical_events.snomedct_code.is_in(^13645005^)).exists_for_patient()", QueryCode.IS_IN_NEEDS_LIST);
        fails("dataset.x = patients.sex.is_in(^\"male\"^)", QueryCode.IS_IN_NEEDS_LIST);
        fails("dataset.x = patients.age_on(study_start).is_in(^40^)", QueryCode.IS_IN_NEEDS_LIST);
    }

    @Test
    void tellsCodingSystemsApart() {
        fails("dataset.x = apcs.where(apcs.^primary_diagnosis^.is_in(copd_codes)).exists_for_patient()", QueryCode.CODE_SYSTEM);
        fails("dataset.x = clinical_events.where(clinical_events.^snomedct_code^.is_in([\"H3...\", \"XE1Y.\"])).exists_for_patient()", QueryCode.CODE_SYSTEM);
        Diagnostic found = fails(
                "dataset.x = apcs.where(apcs.primary_diagnosis.is_in([\"J440\", ^\"j441\"^])).exists_for_patient()", QueryCode.CODE_FORMAT);
        assertThat(found.message()).contains("1 of 2");
        fails("dataset.x = apcs.where(apcs.primary_diagnosis == ^\"J44.0\"^).exists_for_patient()", QueryCode.CODE_FORMAT);
        fails("dataset.x = clinical_events.where(clinical_events.ctv3_code.is_in([^\"H3\"^])).exists_for_patient()", QueryCode.CODE_FORMAT);
        fails("dataset.x = clinical_events.where(clinical_events.snomedct_code.is_in([^\" 13645005\"^])).exists_for_patient()", QueryCode.CODE_FORMAT);
        fails("from ehrql.codes import ICD10Code\ndataset.x = apcs.where(apcs.primary_diagnosis == ICD10Code(^\"J44.0\"^)).exists_for_patient()", QueryCode.CODE_FORMAT);
    }

    @Test
    void looksForCodesWithinATextOfSeveral() {
        fails("dataset.x = apcs.where(apcs.all_diagnoses.^is_not_in^([\"J440\"])).exists_for_patient()", QueryCode.MULTI_CODE_COLUMN);
        fails("dataset.x = apcs.where(^apcs.all_diagnoses == \"J440\"^).exists_for_patient()", QueryCode.MULTI_CODE_COLUMN);
        fails("dataset.x = apcs.where(apcs.all_diagnoses.contains(^[\"J440\"]^)).exists_for_patient()", EvalCode.ARGUMENT_KIND);
        fails("dataset.x = apcs.where(apcs.all_diagnoses.contains_any_of(^\"J44\"^)).exists_for_patient()", QueryCode.IS_IN_NEEDS_LIST);
        fails("dataset.x = apcs.where(apcs.all_diagnoses.contains(^\"J44.0\"^)).exists_for_patient()", QueryCode.CODE_FORMAT);
        fails("dataset.x = apcs.where(apcs.all_diagnoses.contains_any_of(^[]^)).exists_for_patient()", QueryCode.LIST_EMPTY);
        fails("dataset.x = apcs.where(apcs.primary_diagnosis.^contains_any_of^([\"J440\"])).exists_for_patient()", QueryCode.UNKNOWN_METHOD);
        compiles("dataset.x = apcs.where(apcs.all_diagnoses.contains_any_of([\"J44\", \"J440\"])).exists_for_patient()");
    }

    @Test
    void mapsWithADict() {
        fails("dataset.x = patients.sex.map_values(^{}^)", QueryCode.MAPPING_NEEDED);
        fails("e = clinical_events.sort_by(clinical_events.date).last_for_patient()\ndataset.x = e.snomedct_code.to_category(^copd_codes^)", QueryCode.MAPPING_NEEDED);
        fails("dataset.x = patients.sex.map_values({\"male\": 1, \"female\": ^\"2\"^})", QueryCode.CASE_TYPES_MIXED);
        fails("dataset.x = patients.sex.map_values({^1^: \"a\"})", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = ^patients.sex.map_values({\"male\": None})^", QueryCode.CASE_EMPTY);
        compiles("dataset.x = patients.sex.map_values({\"male\": \"M\", \"female\": None}, default=\"other\")");
    }

    @Test
    void refusesTextThatNoDatabaseCanHold() {
        fails("dataset.x = patients.sex == ^\"a\\0b\"^", QueryCode.TEXT_NOT_STORABLE);
        fails("dataset.x = case(when(patients.exists_for_patient()).then(^\"\\ud800\"^))", QueryCode.TEXT_NOT_STORABLE);
        compiles("dataset.x = patients.sex == \"\\U0001f600 ; ' \\\\ \\n\"");
    }
}
