package catchment.compiler.query;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.MemoryFiles;
import catchment.grammar.diagnostic.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputKindTest {
    private static CompileResult compile(String text, CompileRequest.Wanted wanted) {
        return new Compiler().compile(new CompileRequest(
                "definition.ehrql", new MemoryFiles(Map.of("definition.ehrql", text)), Path.of(""), LocalDate.of(2026, 1, 31), List.of(), wanted));
    }

    @Test
    void aDatasetIsADataset() {
        for (CompileRequest.Wanted wanted : CompileRequest.Wanted.values()) {
            for (String name : List.of("dataset", "measures")) {
                assertThat(compile(name + " = 5\n", wanted).diagnostics())
                        .singleElement()
                        .satisfies(found -> assertThat(found.code()).isEqualTo(QueryCode.OUTPUT_KIND));
            }
        }
    }

    @Test
    void aCommandSaysWhatItNeeds() {
        assertThat(compile("x = 5\n", CompileRequest.Wanted.MEASURES).diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.code()).isEqualTo(EvalCode.DEFINITION_MISSING));
        assertThat(compile("x = 5\n", CompileRequest.Wanted.ANYTHING).definition()).isPresent();
    }

    private static final String OTHER_NAME = """
            from ehrql import create_dataset
            from ehrql.tables.core import patients
            cohort = create_dataset()
            cohort.define_population(patients.exists_for_patient())
            """;

    @Test
    void aDatasetUnderAnotherNameIsAWarningAndTheErrorOfACommandThatNeedsOne() {
        assertThat(compile(OTHER_NAME, CompileRequest.Wanted.ANYTHING).diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(EvalCode.DEFINITION_MISSING);
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.span().start().line()).isEqualTo(3);
        });
        assertThat(compile(OTHER_NAME, CompileRequest.Wanted.DATASET).diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.span().start().line()).isEqualTo(3);
            assertThat(found.fixes()).singleElement().satisfies(fix -> assertThat(fix.replacement()).isEqualTo("dataset = "));
        });
        String mended = OTHER_NAME.replace("cohort = create", "cohort = dataset = create");
        assertThat(compile(mended, CompileRequest.Wanted.DATASET).definition().orElseThrow().dataset()).isPresent();
        assertThat(compile(mended, CompileRequest.Wanted.ANYTHING).diagnostics()).isEmpty();
    }

    @Test
    void aModuleThatMakesDatasetsForOthersHasNoWarning() {
        String function = """
                from ehrql import create_dataset
                from ehrql.tables.core import patients
                def make():
                    made = create_dataset()
                    made.define_population(patients.exists_for_patient())
                    return made
                """;
        assertThat(compile(function, CompileRequest.Wanted.ANYTHING).diagnostics()).isEmpty();
        assertThat(compile(OTHER_NAME + "dataset = cohort\n", CompileRequest.Wanted.ANYTHING).diagnostics()).isEmpty();
        Map<String, String> files = Map.of("definition.ehrql", "from cohorts import cohort\n", "cohorts.py", OTHER_NAME);
        assertThat(new Compiler()
                        .compile(new CompileRequest(
                                "definition.ehrql", new MemoryFiles(files), Path.of(""), LocalDate.of(2026, 1, 31), List.of(), CompileRequest.Wanted.ANYTHING))
                        .diagnostics()).isEmpty();
    }
}
