package catchment.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModulesTest {
    private static List<String> codes(Script script) {
        return script.run().errors().stream().map(error -> error.code().id()).toList();
    }

    @Test
    void everyFormOfImportFindsAModuleBesideTheDefinition() {
        Map<String, String> values = Script.of("""
                import codes
                import codes as c
                from codes import asthma
                from codes import asthma as a
                from codes import *
                x = [codes.asthma, c.asthma, asthma, a, copd]
                """)
                .with("analysis/codes.py", "asthma = 1\ncopd = 2\n_hidden = 3\n")
                .values();
        assertThat(values).containsEntry("x", "[1, 1, 1, 1, 2]").doesNotContainKey("_hidden");
    }

    @Test
    void aModuleInTheLanguageOfOurOwnIsFoundToo() {
        assertThat(Script.of("from codes import asthma\n").with("analysis/codes.ehrql", "asthma = 1\n").values())
                .containsEntry("asthma", "1");
    }

    @Test
    void twoFilesForOneModuleAreAnError() {
        assertThat(codes(Script.of("import codes\nx = codes.a\n")
                        .with("analysis/codes.ehrql", "a = 1\n")
                        .with("analysis/codes.py", "a = 2\n")))
                .containsExactly("ambiguous-module");
    }

    @Test
    void packagesSubmodulesAndRelativeImportsWork() {
        Map<String, String> values = Script.of("""
                import lib.codes
                import lib.codes as c
                from lib import codes, limit
                from lib.inner.deep import both
                x = [lib.codes.asthma, c.asthma, codes.asthma, limit, both]
                """)
                .with("analysis/lib/__init__.py", "from .codes import asthma\nlimit = asthma + 1\n")
                .with("analysis/lib/codes.py", "asthma = 1\n")
                .with("analysis/lib/inner/deep.py", "from ..codes import asthma\nfrom .. import limit\nboth = asthma + limit\n")
                .values();
        assertThat(values).containsEntry("x", "[1, 1, 1, 2, 3]");
    }

    @Test
    void aModuleIsSoughtInTheRootOfTheStudyToo() {
        assertThat(Script.of("from analysis.codes import a\nfrom shared import b\n")
                        .with("analysis/codes.py", "a = 1\n")
                        .with("shared.py", "b = 2\n")
                        .values())
                .containsEntry("a", "1")
                .containsEntry("b", "2");
    }

    @Test
    void aModuleIsEvaluatedOnce() {
        Script.Outcome outcome = Script.of("import a\nimport b\nfrom a import x\n")
                .with("analysis/a.py", "print(\"a\")\nx = 1\n")
                .with("analysis/b.py", "import a\n")
                .run();
        assertThat(outcome.diagnostics()).hasSize(1);
    }

    @Test
    void modulesThatImportEachOtherAreReportedWhereANameIsMissing() {
        assertThat(codes(Script.of("import a\n")
                        .with("analysis/a.py", "from b import y\nx = 1\n")
                        .with("analysis/b.py", "from a import x\ny = 2\n")))
                .containsExactly("import-cycle");
        assertThat(codes(Script.of("import a\n")
                        .with("analysis/a.py", "import b\nx = 1\n")
                        .with("analysis/b.py", "import a\ny = 2\n")))
                .isEmpty();
    }

    @Test
    void aMistakeInAModuleIsReportedInItsFile() {
        Diagnostic error = Script.of("from codes import a\nx = a + 1\n")
                .with("analysis/codes.py", "b = 1\na = missing\n")
                .run()
                .errors()
                .getFirst();
        assertThat(error.span().file()).isEqualTo("analysis/codes.py");
        assertThat(error.span().start().line()).isEqualTo(2);
    }

    @Test
    void aNameThatAModuleHasNotGetsTheNearestOne() {
        Diagnostic error = Script.of("from codes import astma\nx = astma\n")
                .with("analysis/codes.py", "asthma = 1\n")
                .run()
                .errors()
                .getFirst();
        assertThat(error.code()).isEqualTo(EvalCode.NAME_NOT_IN_MODULE);
        assertThat(error.fixes().getFirst().replacement()).isEqualTo("asthma");
    }

    @Test
    void namesOfAModuleThatIsNotThereAreNotReportedAgain() {
        assertThat(codes(Script.of("from missing import *\nfrom gone import a\nx = something + a\n")))
                .containsExactly("unknown-module", "unknown-module");
    }

    @Test
    void everyPublicNameOfEhrqlCanBeImported() {
        assertThat(codes(Script.of("""
                from ehrql import (INTERVAL, Dataset, Error, Measures, case, claim_permissions, codelist_from_csv, create_dataset,
                    create_measures, days, get_parameter, maximum_of, minimum_of, months, show, table_from_file, weeks, when, years)
                from ehrql.tables import Constraint, EventFrame, PatientFrame, Series, table, table_from_file, table_from_rows
                from ehrql.codes import BNFCode, CTV3Code, DMDCode, ICD10Code, OPCS4Code, SNOMEDCTCode, codelist_from_csv
                from ehrql.tables import core, tpp, emis, smoketest
                from ehrql.tables.raw import core as raw_core, tpp as raw_tpp
                import ehrql.tables.tpp as schema
                x = schema.patients
                """))).isEmpty();
    }
}
