package catchment.runtime.dummy;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.eval.MemoryFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Definitions of tests, as text. */
final class DefinitionText {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final String IMPORTS = """
            from ehrql import INTERVAL, case, codelist_from_csv, create_dataset, create_measures, days, maximum_of, minimum_of, months, weeks, when, years
            from ehrql.tables.core import clinical_events, medications, ons_deaths, patients, practice_registrations
            from ehrql.tables import tpp
            """;

    private static final Map<String, String> CODELISTS = Map.of(
            "asthma.csv", "code\n195967001\n389145006\n370218001\n",
            "diabetes.csv", "code,type\n44054006,2\n46635009,1\n73211009,2\n");

    private DefinitionText() {}

    static Definition definition(String text) {
        return definition("dataset = create_dataset()\n" + text, CompileRequest.Wanted.DATASET);
    }

    private static Definition definition(String text, CompileRequest.Wanted wanted) {
        Map<String, String> files = new java.util.HashMap<>(CODELISTS);
        files.put("definition.ehrql", IMPORTS + text);
        CompileResult result = new Compiler().compile(new CompileRequest(
                "definition.ehrql", new MemoryFiles(files), Path.of("."), TODAY, List.of(), wanted));
        return result.definition().orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
    }

    static DummyDataRequest request(String text, long size) {
        Definition definition = definition(text);
        return DummyDataRequest.of(definition.dataset().orElseThrow(), definition.spans(), 7, TODAY)
                .withSize(size)
                .withTimeout(Duration.ofMinutes(2));
    }

    static MeasuresDefinition measures(String text) {
        return definition("measures = create_measures()\n" + text, CompileRequest.Wanted.MEASURES).measures().orElseThrow();
    }
}
