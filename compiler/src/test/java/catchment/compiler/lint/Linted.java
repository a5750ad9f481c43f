package catchment.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.MemoryFiles;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small definitions with a mark {@code ^…^} around what a lint should point at, and twins of them that should be left in peace. */
final class Linted {
    private static final String FILE = "definition.ehrql";

    private static final String IMPORTS =
            """
            from ehrql import (INTERVAL, case, codelist_from_csv, create_dataset, create_measures, days, maximum_of, minimum_of,
                months, weeks, when, years)
            from ehrql.tables.tpp import (addresses, apcs, clinical_events, medications, ons_deaths, patients,
                practice_registrations)
            day = "2023-06-01"
            copd_codes = ["13645005", "185086009"]
            """;

    private Linted() {}

    /** A dataset with a population and this below it. */
    static String dataset(String body) {
        return IMPORTS + "dataset = create_dataset()\ndataset.define_population(patients.exists_for_patient())\ndataset.born = patients.date_of_birth\n" + body;
    }

    /** A dataset of which this says the population. */
    static String population(String body) {
        return IMPORTS + "dataset = create_dataset()\n" + body;
    }

    /** A measure by month of 2022 with this numerator. */
    static String measure(String numerator) {
        return IMPORTS
                + """
                measures = create_measures()
                measures.define_measure(
                    name="one",
                    numerator=%s,
                    denominator=practice_registrations.exists_for_patient_on(INTERVAL.start_date),
                    intervals=months(12).starting_on("2022-01-01"),
                )
                """
                        .formatted(numerator);
    }

    /** The one finding of that code, which touches the mark. */
    static Diagnostic speaks(String marked, DiagnosticCode code) {
        return speaks(marked, Map.of(), code);
    }

    /** The same beside other files. */
    static Diagnostic speaks(String marked, Map<String, String> files, DiagnosticCode code) {
        int start = marked.indexOf('^');
        int end = marked.indexOf('^', start + 1) - 1;
        CompileResult result = compile(marked.replace("^", ""), files);
        List<Diagnostic> found = result.advice().stream().filter(finding -> finding.code() == code).toList();
        assertThat(found).as("findings of %s among %s", code.id(), result.advice()).hasSize(1);
        if (start >= 0) {
            var text = result.sources().get(FILE);
            assertThat(text.offset(found.getFirst().span().start())).isLessThanOrEqualTo(end);
            assertThat(text.offset(found.getFirst().span().end())).isGreaterThanOrEqualTo(start);
        }
        found.getFirst().fixes().forEach(fix -> {
            var text = result.sources().get(FILE);
            String mended = text.text().substring(0, text.offset(fix.span().start())) + fix.replacement() + text.text().substring(text.offset(fix.span().end()));
            assertThat(compile(mended, files).advice()).as("after the fix").noneMatch(finding -> finding.code() == code);
        });
        return found.getFirst();
    }

    /** Nothing at all is said. */
    static void silent(String definition) {
        silent(definition, Map.of());
    }

    /** The same beside other files. */
    static void silent(String definition, Map<String, String> files) {
        assertThat(compile(definition, files).advice()).isEmpty();
    }

    private static CompileResult compile(String definition, Map<String, String> files) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(FILE, definition);
        CompileResult result = new Compiler()
                .compile(new CompileRequest(
                        FILE, new MemoryFiles(all), Path.of(""), LocalDate.of(2025, 1, 1), List.of(), CompileRequest.Wanted.ANYTHING));
        assertThat(result.diagnostics()).isEmpty();
        return result;
    }
}
