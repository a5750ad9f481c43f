package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static catchment.compiler.query.Checked.failsWithoutPopulation;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void namesTheNearestColumn() {
        assertThat(fails("dataset.born = patients.^date_of_brith^", QueryCode.UNKNOWN_COLUMN).hints().getFirst())
                .contains("date_of_birth");
        fails("dataset.x = apcs.^admision_date^.minimum_for_patient()", QueryCode.UNKNOWN_COLUMN);
        fails("dataset.x = addresses.for_patient_on(study_start).^imd_quintiles^", QueryCode.UNKNOWN_COLUMN);
        fails("dataset.x = apcs.where(apcs.^diagnosis_codes^.is_in([\"J44\"])).exists_for_patient()", QueryCode.UNKNOWN_COLUMN);
        compiles("dataset.born = patients.date_of_birth");
    }

    @Test
    void namesTheNearestMethod() {
        fails("dataset.x = patients.sex.^is_nul^()", QueryCode.UNKNOWN_METHOD);
        fails("dataset.x = apcs.^exist_for_patient^()", QueryCode.UNKNOWN_COLUMN);
        fails("dataset.x = patients.^age^(study_start)", QueryCode.UNKNOWN_COLUMN);
        fails("dataset.x = patients.sex.^year^", QueryCode.UNKNOWN_METHOD);
        fails("dataset.x = patients.date_of_birth.^years^", QueryCode.UNKNOWN_METHOD);
        compiles("dataset.x = patients.date_of_birth.year");
    }

    @Test
    void knowsOtherNamesOfMethods() {
        fails("dataset.x = apcs.^drop^(apcs.admission_date > study_start).exists_for_patient()", QueryCode.RENAMED_METHOD);
        fails("dataset.x = apcs.^count^()", QueryCode.RENAMED_METHOD);
        fails("dataset.x = apcs.^sort_values^(apcs.admission_date).last_for_patient().admission_date", QueryCode.RENAMED_METHOD);
        fails("dataset.x = clinical_events.numeric_value.^mean^()", QueryCode.RENAMED_METHOD);
        fails("dataset.x = patients.sex.^isin^([\"male\"])", QueryCode.RENAMED_METHOD);
        fails("dataset.x = patients.date_of_death.^isnull^()", QueryCode.RENAMED_METHOD);
        fails("dataset.x = patients.date_of_death.^if_null_then^(study_start)", QueryCode.RENAMED_METHOD);
        failsWithoutPopulation("dataset.^set_population^(patients.exists_for_patient())", QueryCode.RENAMED_METHOD);
    }

    @Test
    void keepsNamesOfVariablesApart() {
        fails("dataset.^patient_id^ = patients.sex", QueryCode.RESERVED_NAME);
        fails("dataset.add_column(^\"age group\"^, patients.age_on(study_start))", QueryCode.VARIABLE_NAME);
        fails("dataset.add_column(^\"class\"^, patients.age_on(study_start))", QueryCode.VARIABLE_NAME);
        fails("dataset.add_column(^\"age\\n\"^, patients.age_on(study_start))", QueryCode.VARIABLE_NAME);
        fails("dataset.^_age^ = patients.age_on(study_start)", QueryCode.VARIABLE_NAME);
        fails("dataset.sex = patients.sex\n^dataset.sex^ = patients.sex.is_null()", QueryCode.VARIABLE_SET_TWICE);
        fails("for year in [2020, 2021]:\n    ^dataset.age^ = patients.age_on(f\"{year}-01-01\")", QueryCode.VARIABLE_SET_TWICE);
        failsWithoutPopulation("dataset.^population^ = patients.exists_for_patient()", QueryCode.RESERVED_NAME);
        compiles("dataset.define_population_2 = patients.sex");
    }

    @Test
    void namesTheNearestVariable() {
        fails("dataset.index = patients.date_of_birth\ndataset.x = dataset.^indx^ + days(1)", QueryCode.UNKNOWN_VARIABLE);
        fails("dataset.x = dataset.^start^", QueryCode.UNKNOWN_VARIABLE);
        compiles("dataset.index = patients.date_of_birth\ndataset.x = dataset.index + days(1)");
    }

    @Test
    void saysNothingOfWhatAMistakeLeavesUnset() {
        fails("dataset.age = patients.^age_onn^(study_start)\ndataset.x = dataset.age > 18", QueryCode.UNKNOWN_COLUMN);
    }

    @Test
    void takesColumnsNotTheirNames() {
        fails("dataset.x = apcs.sort_by(^\"admission_date\"^).last_for_patient().discharge_date", QueryCode.COLUMN_AS_TEXT);
        fails("dataset.x = apcs.sort_by(apcs.admission_date, ^\"discharge\"^).last_for_patient().discharge_date", QueryCode.COLUMN_AS_TEXT);
        fails("dataset.x = apcs.sort_by(^[apcs.admission_date]^).last_for_patient().discharge_date", EvalCode.ARGUMENT_KIND);
    }

    @Test
    void checksArguments() {
        fails("dataset.x = patients.date_of_birth.is_on_or_between(^study_start^)", EvalCode.MISSING_ARGUMENT);
        fails("dataset.x = patients.date_of_birth.is_before(study_start, ^study_start^)", QueryCode.SURPLUS_ARGUMENT);
        fails("dataset.x = patients.sex.is_in(^vals^=[\"male\"])", EvalCode.UNKNOWN_ARGUMENT);
        fails("dataset.configure_dummy_data(^size^=100)", QueryCode.RENAMED_ARGUMENT);
        fails("dataset.configure_dummy_data(^100^)", QueryCode.SURPLUS_ARGUMENT);
        fails("dataset.configure_dummy_data(population_size=^\"100\"^)", EvalCode.ARGUMENT_KIND);
    }
}
