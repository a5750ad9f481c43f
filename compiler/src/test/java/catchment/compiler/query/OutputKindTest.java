package catchment.compiler.query;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.MemoryFiles;
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
}
