package catchment.compiler.eval;

import static catchment.compiler.eval.Script.compiles;
import static catchment.compiler.eval.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void anUnknownNameGetsTheNearestOne() {
        assertThat(fails("from ehrql.tables.core import patients\nx = §patient§.age_on(\"2024-01-01\")\n", EvalCode.UNKNOWN_NAME)
                        .fixes()
                        .getFirst()
                        .replacement())
                .isEqualTo("patients");
        compiles("from ehrql.tables.core import patients\nx = patients.age_on(\"2024-01-01\")\n");
    }

    @Test
    void aNameUsedAboveItsDefinitionIsToldTheLine() {
        assertThat(fails("x = §later§ + 1\nlater = 2\n", EvalCode.NAME_DEFINED_BELOW).message()).contains("line 2");
        compiles("later = 2\nx = later + 1\n");
    }

    @Test
    void aNameThatOnlyAnotherBranchSetsIsExplained() {
        fails("""
                cohort = "a"
                if cohort == "b":
                    start = 1
                x = §start§
                """, EvalCode.NAME_IN_OTHER_BRANCH);
        compiles("""
                cohort = "a"
                if cohort == "b":
                    start = 1
                else:
                    start = 2
                x = start
                """);
    }

    @Test
    void aNameOfEhrqlThatIsNotImportedIsAddedToTheImport() {
        Diagnostic found = fails("from ehrql import create_dataset\nd = §years§(18)\n", EvalCode.MISSING_IMPORT);
        assertThat(found.hints().getFirst()).contains("from ehrql import create_dataset, years");
        assertThat(found.fixes().getFirst().replacement()).isEqualTo(", years");
        compiles("from ehrql import create_dataset, years\nd = years(18)\n");
    }

    @Test
    void aTableThatIsNotImportedIsSoughtInTheSchemaInUse() {
        Diagnostic found = fails(
                "from ehrql.tables.tpp import patients\nx = §addresses§.for_patient_on(\"2024-01-01\")\n", EvalCode.MISSING_IMPORT);
        assertThat(found.message()).contains("ehrql.tables.tpp");
    }

    @Test
    void aModuleThatIsNotImportedIsNamed() {
        fails("x = §json§.loads(\"1\")\n", EvalCode.MISSING_IMPORT);
        compiles("import json\nx = json.loads(\"1\")\n");
    }

    @Test
    void aColumnWithoutItsTableGetsIt() {
        Diagnostic found = fails(
                "from ehrql.tables.core import medications\nx = medications.sort_by(§date§)\n", EvalCode.BARE_COLUMN);
        assertThat(found.fixes().getFirst().replacement()).isEqualTo("medications.date");
        compiles("from ehrql.tables.core import medications\nx = medications.sort_by(medications.date)\n");
    }

    @Test
    void aTableOfAnotherSchemaIsNamedWithIt() {
        fails("from ehrql.tables.core import patients, §addresses§\n", EvalCode.TABLE_NOT_IN_SCHEMA);
        compiles("from ehrql.tables.tpp import patients, addresses\n");
    }

    @Test
    void aTableOfAnEarlierVersionIsNamedAnew() {
        Diagnostic found = fails("from ehrql.tables.tpp import §hospital_admissions§\n", EvalCode.RENAMED_TABLE);
        assertThat(found.fixes().getFirst().replacement()).isEqualTo("apcs");
        compiles("from ehrql.tables.tpp import apcs\n");
    }

    @Test
    void aSchemaOfAnEarlierVersionIsNamedAnewAndTheRestStillWorks() {
        Diagnostic found = fails(
                "from §ehrql.tables.beta.tpp§ import patients\nx = patients.age_on(\"2024-01-01\")\n", EvalCode.MOVED_MODULE);
        assertThat(found.fixes().getFirst().replacement()).isEqualTo("ehrql.tables.tpp");
        compiles("from ehrql.tables.tpp import patients\nx = patients.age_on(\"2024-01-01\")\n");
    }

    @Test
    void whatPythonHasAndADefinitionCannotUseIsRefusedByName() {
        fails("import §pandas§ as pd\nx = pd.DataFrame()\n", EvalCode.MODULE_NOT_ALLOWED);
        fails("import §subprocess§\n", EvalCode.MODULE_NOT_ALLOWED);
        fails("§exec§(\"x = 1\")\n", EvalCode.NOT_AVAILABLE);
        fails("x = §eval§(\"1\")\n", EvalCode.NOT_AVAILABLE);
        fails("x = §input§()\n", EvalCode.NOT_AVAILABLE);
        fails("import os\n§os.system(\"ls\")§\n", EvalCode.NOT_AVAILABLE);
        fails("with §open(\"out.txt\", \"w\")§ as f:\n    f.write(\"x\")\n", EvalCode.NOT_AVAILABLE);
        fails("import random\nx = §random.randint(1, 2)§\n", EvalCode.NOT_AVAILABLE);
        compiles("import random\nrandom.seed(1)\n");
    }

    @Test
    void aNameThatHidesAnImportIsExplained() {
        Diagnostic found = fails("""
                from ehrql.tables.core import patients
                patients = 5
                x = patients.§sex§
                """, EvalCode.UNKNOWN_ATTRIBUTE);
        assertThat(found.hints().getFirst()).contains("line 1").contains("line 2");
    }

    @Test
    void aVariableThatAMistakeShouldHaveSetIsNotReportedAgain() {
        fails("x = §missing§\ny = x + 1\nz = y.foo(x)[3]\nfor a in z:\n    b = a\nw = b\n", EvalCode.UNKNOWN_NAME);
    }

    @Test
    void whatABlockWouldHaveSetThatAMistakeSkipsIsNotReported() {
        fails("""
                found = {}
                if §missing§:
                    x = 1
                    found["a"] = 1
                else:
                    y = 2
                z = x + y
                w = found["a"]
                """, EvalCode.UNKNOWN_NAME);
    }

    @Test
    void tenIndependentMistakesAreTenFindings() {
        assertThat(Script.of("""
                a = one
                b = [1] - [2]
                c = {"k": 1}["x"]
                d = [1][5]
                e = "x" + 1
                f = 1 / 0
                g = int("z")
                h = [].push(1)
                i = len(3)
                j = nothing.at.all
                """).run().errors()).hasSize(10);
    }

    @Test
    void anUnknownModuleGetsTheNearestOne() {
        fails("from §ehrql.tables.tp§ import patients\n", EvalCode.UNKNOWN_MODULE);
        fails("import §nonsense§\n", EvalCode.UNKNOWN_MODULE);
    }

    @Test
    void aMisspeltImportIsOneFindingHoweverOftenTheNameIsUsed() {
        fails("from ehrql import §month§\na = months(1)\nb = months(2)\n", EvalCode.NAME_NOT_IN_MODULE);
        compiles("from ehrql import months\na = months(1)\nb = months(2)\n");
    }

    @Test
    void aLineThatForgetsToCallIsReportedOnceWhereItStands() {
        fails("""
                import argparse
                §parser = argparse.ArgumentParser§
                parser.add_argument("--a")
                args = parser.parse_args()
                x = args.a
                """, EvalCode.CALL_MISSING);
    }

    @Test
    void anOptionThatCouldNotBeDeclaredIsNotMissedLater() {
        fails("""
                import argparse
                parser = argparse.ArgumentParser()
                parser.§add_argumnt§("--a")
                x = parser.parse_args().a
                """, EvalCode.UNKNOWN_ATTRIBUTE);
    }

    @Test
    void whatMayHaveBeenSetIsNeitherThereNorNot() {
        fails("""
                from ehrql import create_dataset
                dataset = create_dataset()
                dataset.age = §missing§
                x = 1 if hasattr(dataset, "age") else [][3]
                y = getattr(dataset, "age", None) + 1
                """, EvalCode.UNKNOWN_NAME);
    }

    @Test
    void anAccidentIsToldOnce() {
        fails("""
                codes = []§,§
                codes.append("a")
                for code in codes.elements:
                    print(code)
                label = f"{codes}"
                """, EvalCode.TRAILING_COMMA);
    }
}
