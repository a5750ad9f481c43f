package catchment.spec.bench;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.MemoryFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Compiles the files of a study. */
final class Study {
    private Study() {}

    static Definition compile(Map<String, String> files) {
        CompileResult result = new Compiler().compile(new CompileRequest(
                Definitions.FILE,
                new MemoryFiles(files),
                Path.of(""),
                LocalDate.of(2026, 6, 15),
                List.of(),
                CompileRequest.Wanted.DATASET_OR_MEASURES));
        return result.definition().orElseThrow(() -> new IllegalStateException(result.diagnostics().toString()));
    }
}
