package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static catchment.compiler.query.Checked.failsWithoutPopulation;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

final class PythonHabitsTest {
    @Test
    void joinsConditionsWithSymbolsNotWords() {
        fails("dataset.x = (patients.sex == \"male\") ^or^ (patients.sex == \"female\")", QueryCode.WORD_OPERATOR);
        fails("dataset.x = patients.sex == \"male\" ^and^ patients.age_on(study_start) > 40", QueryCode.WORD_OPERATOR);
        fails("dataset.x = ^not^ apcs.exists_for_patient()", QueryCode.WORD_OPERATOR);
        fails("dataset.x = ^not^ patients.sex == \"male\"", QueryCode.WORD_OPERATOR);
        failsWithoutPopulation("dataset.define_population(patients.exists_for_patient() ^and^ apcs.exists_for_patient())", QueryCode.WORD_OPERATOR);
        compiles("dataset.x = (patients.sex == \"male\") | ~(patients.sex == \"female\")");
    }

    @Test
    void listsValuesForIsInAndWritesConditionsOfColumns() {
        Diagnostic list = fails("dataset.x = patients.sex.is_in(^\"male\", \"female\"^)", QueryCode.SURPLUS_ARGUMENT);
        assertThat(list.fixes().getFirst().replacement()).isEqualTo("[\"male\", \"female\"]");
        assertThat(fails("dataset.x = apcs.where(^all_diagnoses^=\"I10\").exists_for_patient()", EvalCode.UNKNOWN_ARGUMENT).hints().getFirst())
                .contains("table.all_diagnoses == \"I10\"");
        assertThat(fails("dataset.x = patients.sex.^to_category^({\"male\": \"m\"})", QueryCode.RENAMED_METHOD).hints().getFirst()).contains("map_values");
    }

    @Test
    void splitsChainedComparisons() {
        Diagnostic found = fails("dataset.x = ^0 < patients.age_on(study_start) < 5^", QueryCode.CHAINED_COMPARISON);
        assertThat(found.fixes().getFirst().replacement())
                .isEqualTo("(0 < patients.age_on(study_start)) & (patients.age_on(study_start) < 5)");
        fails("start = \"2020-01-01\"\ndataset.x = apcs.where(^start <= apcs.admission_date <= study_start^).exists_for_patient()", QueryCode.CHAINED_COMPARISON);
    }

    @Test
    void putsParenthesesAroundComparisons() {
        fails("dataset.x = ^patients.sex == \"male\" & patients.age_on(study_start) >= 50^", QueryCode.OPERATOR_PRECEDENCE);
        fails("dataset.x = ^apcs.exists_for_patient() & patients.age_on(study_start) >= 50^", QueryCode.OPERATOR_PRECEDENCE);
        fails("dataset.x = ^patients.age_on(study_start) >= 50 | ons_deaths.date < study_start^", QueryCode.OPERATOR_PRECEDENCE);
        fails(
                "dataset.x = clinical_events.where(\n    ^clinical_events.snomedct_code.is_in(copd_codes)\n    & clinical_events.date >= \"2020-01-01\"^\n).exists_for_patient()",
                QueryCode.OPERATOR_PRECEDENCE);
        compiles("dataset.x = (patients.sex == \"male\") & (patients.age_on(study_start) >= 50)");
    }

    @Test
    void choosesPerPatientWithCase() {
        fails("if ^apcs.exists_for_patient()^:\n    dataset.x = patients.sex", QueryCode.CONDITION_PER_PATIENT);
        fails("dataset.x = \"old\" if ^patients.age_on(study_start) > 65^ else \"young\"", QueryCode.CONDITION_PER_PATIENT);
        fails("age = patients.age_on(study_start)\nif ^age^:\n    pass\ndataset.x = age", QueryCode.CONDITION_PER_PATIENT);
        fails("events = apcs\nwhile_stays = [1 for n in [1] if ^events.exists_for_patient()^]", QueryCode.CONDITION_PER_PATIENT);
        compiles("dataset.x = when(patients.age_on(study_start) > 65).then(\"old\").otherwise(\"young\")");
    }

    @Test
    void testsMembershipWithIsIn() {
        fails("dataset.x = ^patients.sex not in (\"male\", \"female\")^", QueryCode.IN_ON_SERIES);
        fails("dataset.x = clinical_events.where(^clinical_events.snomedct_code in copd_codes^).exists_for_patient()", QueryCode.IN_ON_SERIES);
        compiles("dataset.x = patients.sex.is_not_in([\"male\", \"female\"])");
    }

    @Test
    void namesTheMethodForABuiltin() {
        fails("dataset.x = ^len(apcs)^", QueryCode.BUILTIN_ON_FRAME);
        fails("dataset.x = ^any(apcs)^", QueryCode.BUILTIN_ON_FRAME);
        fails("dataset.x = ^min(patients.date_of_birth, ons_deaths.date)^", QueryCode.BUILTIN_ON_SERIES);
        fails("dataset.x = ^max(apcs.admission_date)^", QueryCode.BUILTIN_ON_SERIES);
        fails("dataset.x = ^sum(clinical_events.numeric_value)^", QueryCode.BUILTIN_ON_SERIES);
        fails("dataset.x = ^int(clinical_events.numeric_value.maximum_for_patient())^", QueryCode.BUILTIN_ON_SERIES);
        fails("dataset.x = ^round(clinical_events.numeric_value.mean_for_patient())^", QueryCode.BUILTIN_ON_SERIES);
        fails("dataset.x = ^abs(patients.age_on(study_start) - 40)^", QueryCode.BUILTIN_ON_SERIES);
        compiles("dataset.x = (patients.age_on(study_start) - 40).absolute()");
    }

    @Test
    void keepsColumnsOutOfTextsKeysAndLoops() {
        fails("dataset.x = ^f\"sex: {patients.sex}\"^", QueryCode.SERIES_IN_F_STRING);
        fails("dataset.x = ^str(patients.age_on(study_start))^", QueryCode.BUILTIN_ON_SERIES);
        fails("labels = {^patients.sex^: \"a\"}\ndataset.x = patients.sex", QueryCode.SERIES_AS_KEY);
        fails("for row in ^apcs^:\n    pass\ndataset.x = patients.sex", QueryCode.LOOP_OVER_ROWS);
        fails("dataset.x = ^apcs[\"admission_date\"]^.minimum_for_patient()", QueryCode.SUBSCRIPT_ON_ROWS);
        fails("dataset.x = ^apcs[apcs.admission_date > study_start]^.exists_for_patient()", QueryCode.SUBSCRIPT_ON_ROWS);
        compiles("dataset.x = apcs.where(apcs.admission_date > study_start).exists_for_patient()");
    }

    @Test
    void testsForMissingValuesWithAMethod() {
        fails("dataset.x = ^ons_deaths.date != None^", QueryCode.COMPARE_WITH_NONE);
        fails("dataset.x = ^None == patients.date_of_death^", QueryCode.COMPARE_WITH_NONE);
        fails("dataset.x = when(^ons_deaths.date is None^).then(\"alive\").otherwise(\"dead\")", QueryCode.COMPARE_WITH_NONE);
        fails("dataset.x = apcs.where(^apcs.discharge_date is not None^).exists_for_patient()", QueryCode.COMPARE_WITH_NONE);
        compiles("limit = patients.date_of_birth\ndataset.x = patients.sex if limit is not None else patients.date_of_birth");
        fails("dataset.x = apcs.where(^apcs.discharge_date == None^).exists_for_patient()", QueryCode.COMPARE_WITH_NONE);
        fails("dataset.x = patients.sex.is_in([\"male\", ^None^])", QueryCode.COMPARE_WITH_NONE);
        compiles("dataset.x = ons_deaths.date.is_not_null()");
    }

    @Test
    void callsMethods() {
        fails("dataset.x = apcs.^exists_for_patient^", QueryCode.METHOD_NOT_CALLED);
        fails("dataset.x = apcs.^exists_for_patient^ & patients.exists_for_patient()", QueryCode.METHOD_NOT_CALLED);
        fails("dataset.x = apcs.sort_by(apcs.admission_date).^last_for_patient^.admission_date", QueryCode.METHOD_NOT_CALLED);
        fails("dataset.x = ^patients.date_of_birth()^", EvalCode.NOT_CALLABLE);
        compiles("dataset.x = apcs.exists_for_patient()");
    }
}
