package catchment.compiler.query;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.MemoryFiles;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.Fix;
import catchment.grammar.source.Position;
import catchment.grammar.source.SourceText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small definitions with a mark {@code ^…^} around what is wrong.
 *
 * <p>A definition that {@code fails} has exactly one error, of the code, touching the mark; if it offers a fix, the fixed text has no error.
 */
final class Checked {
    /** What a snippet stands below: imports, a date, two lists. */
    static final String IMPORTS =
            """
            from ehrql import (INTERVAL, case, claim_permissions, codelist_from_csv, create_dataset, create_measures, days,
                get_parameter, maximum_of, minimum_of, months, show, weeks, when, years)
            from ehrql.tables.tpp import (addresses, apcs, appointments, clinical_events, medications, ons_deaths, patients,
                practice_registrations, vaccinations)
            study_start = "2022-04-01"
            copd_codes = ["13645005", "185086009"]
            """;

    /** The same with a dataset that has a population. */
    static final String DATASET =
            IMPORTS
                    + """
                    dataset = create_dataset()
                    dataset.define_population(patients.exists_for_patient())
                    """;

    private static final String FILE = "definition.ehrql";

    private Checked() {}

    /** One error, below a dataset with a population. */
    static Diagnostic fails(String marked, DiagnosticCode code) {
        return failsBelow(DATASET, marked, Map.of(), List.of(), code);
    }

    /** One error, below a dataset without a population. */
    static Diagnostic failsWithoutPopulation(String marked, DiagnosticCode code) {
        return failsBelow(IMPORTS + "dataset = create_dataset()\n", marked, Map.of(), List.of(), code);
    }

    /** One error, below an empty collection of measures. */
    static Diagnostic failsInMeasures(String marked, DiagnosticCode code) {
        return failsBelow(IMPORTS + "measures = create_measures()\n", marked, Map.of(), List.of(), code);
    }

    /** One error; a mark may be in another file than the definition. */
    static Diagnostic failsBelow(
            String above, String marked, Map<String, String> others, List<String> arguments, DiagnosticCode code) {
        Map<String, String> files = new LinkedHashMap<>(others);
        files.put(FILE, above + marked);
        String file = files.entrySet().stream()
                .filter(one -> one.getValue().contains("^"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark"));
        String text = files.get(file);
        int start = text.indexOf('^');
        int end = text.indexOf('^', start + 1) - 1;
        files.put(file, text.replace("^", ""));
        List<Diagnostic> errors = errors(files, arguments);
        assertThat(errors).as("errors of:%n%s", marked).singleElement().satisfies(error -> {
            assertThat(error.code()).as("%s", error).isEqualTo(code);
            assertThat(touches(error, file, new SourceText(file, files.get(file)), start, end))
                    .as("%s touches %s %d-%d", error, file, start, end)
                    .isTrue();
            assertThat(error.message()).doesNotContainIgnoringCase("please").doesNotContain(" you ");
        });
        Diagnostic error = errors.getFirst();
        if (!error.fixes().isEmpty()) {
            Map<String, String> mended = files;
            // From the last place to the first: a fix moves what comes after it.
            for (Fix fix : error.fixes().stream().sorted(Comparator.comparing((Fix each) -> each.span().start()).reversed()).toList()) {
                mended = fixed(mended, fix);
            }
            assertThat(errors(mended, arguments)).as("errors after the fix %s", error.fixes()).isEmpty();
        }
        return error;
    }

    private static Map<String, String> fixed(Map<String, String> files, Fix fix) {
        SourceText text = new SourceText(fix.span().file(), files.get(fix.span().file()));
        Map<String, String> mended = new LinkedHashMap<>(files);
        mended.put(
                text.file(),
                text.text().substring(0, text.offset(fix.span().start()))
                        + fix.replacement()
                        + text.text().substring(text.offset(fix.span().end())));
        return mended;
    }

    private static boolean touches(Diagnostic error, String file, SourceText text, int start, int end) {
        Position from = text.position(start);
        Position to = text.position(end);
        return error.span().file().equals(file)
                && error.span().start().compareTo(to) <= 0
                && error.span().end().compareTo(from) >= 0;
    }

    private static List<Diagnostic> errors(Map<String, String> files, List<String> arguments) {
        return compile(files, arguments).diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** No error, below a dataset with a population. */
    static Definition compiles(String snippet) {
        return compilesBelow(DATASET, snippet, Map.of(), List.of());
    }

    /** No error. */
    static Definition compilesBelow(String above, String snippet, Map<String, String> others, List<String> arguments) {
        Map<String, String> files = new LinkedHashMap<>(others);
        files.put(FILE, above + snippet);
        CompileResult result = compile(files, arguments);
        assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).as("errors of:%n%s", snippet).isEmpty();
        return result.definition().orElseThrow();
    }

    /** Whatever comes of these files; the definition is {@code definition.ehrql}. */
    static CompileResult compile(Map<String, String> files, List<String> arguments) {
        return new Compiler().compile(new CompileRequest(
                FILE,
                new MemoryFiles(files),
                Path.of(""),
                LocalDate.of(2026, 1, 31),
                arguments,
                CompileRequest.Wanted.ANYTHING));
    }
}
