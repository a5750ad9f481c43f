package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static catchment.compiler.query.Checked.failsWithoutPopulation;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** A hint says what to write, and what it says can be written. */
final class HintsTest {
    private static void hints(Diagnostic found, String part) {
        assertThat(found.hints()).anyMatch(hint -> hint.contains(part));
    }

    @Test
    void aPopulationOfNobodyIsNotJoinedWithItsOpposite() {
        // The mended text has a population, and Checked sees that it compiles.
        Diagnostic found = failsWithoutPopulation("dataset.define_population(^~patients.exists_for_patient()^)", QueryCode.POPULATION_OPEN_ENDED);
        assertThat(found.hints()).noneMatch(hint -> hint.contains("& ~"));
        hints(failsWithoutPopulation("dataset.define_population(^~apcs.exists_for_patient()^)", QueryCode.POPULATION_OPEN_ENDED), "& ~apcs.exists_for_patient()");
    }

    @Test
    void aFunctionThatGivesManyRowsIsToldToPickOne() {
        hints(
                fails("def latest():\n    return apcs.where(apcs.admission_date > study_start).admission_date\ndataset.x = ^latest()^", QueryCode.MANY_ROWS),
                ".sort_by(apcs.admission_date).last_for_patient().admission_date");
    }

    @Test
    void aVariableIsNamedAfterADot() {
        hints(fails("dataset[^\"sex\"^] = patients.sex", QueryCode.NOT_SETTABLE), "`dataset.sex = …`");
        fails("dataset.sex = patients.sex\ndataset.x = dataset[^\"sex\"^]", QueryCode.NOT_SETTABLE);
        hints(fails("name = \"sex\"\ndataset[^name^] = patients.sex".replace("^name^", "name").replace("\"sex\"", "^\"sex\"^"), QueryCode.NOT_SETTABLE), "setattr");
        compiles("dataset.sex = patients.sex");
    }

    @Test
    void anOrderFromTheGreatestDownIsTheLastRow() {
        for (String keys : new String[] {"^-apcs.admission_date^", "apcs.admission_date.^desc^()"}) {
            Diagnostic found = fails(
                    "dataset.x = apcs.sort_by(" + keys + ").first_for_patient().admission_date",
                    keys.startsWith("^-") ? QueryCode.OPERATOR_NOT_FOR_TYPE : QueryCode.UNKNOWN_METHOD);
            hints(found, ".last_for_patient()");
        }
        for (String order : new String[] {"^descending^=True", "^ascending^=False", "^reverse^=True"}) {
            hints(
                    fails("dataset.x = apcs.sort_by(apcs.admission_date, " + order + ").first_for_patient().admission_date", EvalCode.UNKNOWN_ARGUMENT),
                    ".last_for_patient()");
        }
        compiles("dataset.x = apcs.sort_by(apcs.admission_date).last_for_patient().admission_date");
    }

    @Test
    void aMinusBeforeATextSaysHowToTestForAnother() {
        hints(fails("dataset.x = ^-patients.sex^", QueryCode.OPERATOR_NOT_FOR_TYPE), "patients.sex != …");
    }

    @Test
    void aPairOfDatesIsOneArgument() {
        fails(
                "dataset.x = apcs.where(apcs.admission_date.is_during(^\"2020-01-01\", \"2020-12-31\"^)).exists_for_patient()",
                QueryCode.SURPLUS_ARGUMENT);
        compiles("dataset.x = apcs.where(apcs.admission_date.is_during((\"2020-01-01\", \"2020-12-31\"))).exists_for_patient()");
    }

    @Test
    void aNameWithAccentsIsSuggestedWithoutThem() {
        hints(fails("dataset.^étage^ = patients.sex", QueryCode.VARIABLE_NAME), "`etage`");
        hints(fails("dataset.^größe^ = patients.sex", QueryCode.VARIABLE_NAME), "`grosse`");
    }
}
