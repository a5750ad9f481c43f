package catchment.spec.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the process that it becomes. Runs once the runner has been packaged. */
final class LauncherIT {
    private static final String DEFINITION = """
            from ehrql import create_dataset
            from ehrql.tables.core import patients

            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient())
            dataset.sex = patients.sex
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aStudy() throws IOException {
        Files.createDirectories(folder.resolve("dummy_tables"));
        Files.writeString(folder.resolve("definition.ehrql"), DEFINITION);
        Files.writeString(folder.resolve("wrong.ehrql"), DEFINITION + "dataset.born = patients.date_of_brith\n");
        Files.writeString(folder.resolve("dummy_tables/patients.csv"), "patient_id,date_of_birth,sex\n2,1985-02-01,male\n1,1980-07-01,female\n");
    }

    @Test
    void startsInAnyFolderAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link with blanks"), Repository.root().resolve("catchment"));
        Ran ran = run(Map.of(), link.toString(), "generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "out.csv");
        assertThat(ran.err).isEmpty();
        assertThat(ran.exit).isZero();
        assertThat(folder.resolve("out.csv")).hasContent("patient_id,sex\r\n1,female\r\n2,male\r\n");
    }

    @Test
    void endsWithTheDocumentedNumbers() throws Exception {
        assertThat(run("check", "definition.ehrql").exit).isZero();
        assertThat(run("check", "wrong.ehrql").exit).isEqualTo(10);
        assertThat(run("check", "gone.ehrql").exit).isEqualTo(2);
        assertThat(run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "definition.ehrql/x.csv").exit).isEqualTo(15);
    }

    @Test
    void runsMeasures() throws Exception {
        Files.writeString(folder.resolve("measures.ehrql"), """
                from ehrql import INTERVAL, create_measures, years
                from ehrql.tables.core import patients

                measures = create_measures()
                measures.configure_disclosure_control(enabled=False)
                measures.define_measure(
                    "adults",
                    numerator=patients.age_on(INTERVAL.start_date) >= 40,
                    denominator=patients.exists_for_patient(),
                    group_by={"sex": patients.sex},
                    intervals=years(2).starting_on("2020-01-01"),
                )
                """);
        Ran ran = run("generate-measures", "measures.ehrql", "--dummy-tables", "dummy_tables", "--output", "out:csv");
        assertThat(ran.err).isEmpty();
        assertThat(ran.exit).isZero();
        assertThat(folder.resolve("out/adults.csv")).hasContent("interval_start,interval_end,ratio,numerator,denominator,sex\r\n"
                + "2020-01-01,2020-12-31,0.0,0,1,female\r\n2020-01-01,2020-12-31,0.0,0,1,male\r\n"
                + "2021-01-01,2021-12-31,1.0,1,1,female\r\n2021-01-01,2021-12-31,0.0,0,1,male\r\n");
        assertThat(run("generate-measures", "measures.ehrql", "--output", "made.csv").exit).isZero();
        assertThat(run("dump-measures-sql", "measures.ehrql").out).contains("SELECT");
    }

    @Test
    void checkLoadsNothingOfCalciteOrOfAnyEngine() throws Exception {
        Path log = folder.resolve("classes.log");
        Ran ran = run(Map.of("CATCHMENT_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), Repository.root().resolve("catchment").toString(), "check", "definition.ehrql");
        assertThat(ran.exit).isZero();
        assertThat(Files.readString(log))
                .contains("catchment.compiler.")
                .doesNotContain("org.apache.calcite")
                .doesNotContain("org.duckdb")
                .doesNotContain("org.apache.arrow")
                .doesNotContain("org.jooq");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endsWithTheNumberOfASignalAndLeavesNothing(String signal, int number) throws Exception {
        Files.writeString(folder.resolve("large.ehrql"), DEFINITION + "dataset.configure_dummy_data(population_size=50_000_000, timeout=600)\n");
        Path err = folder.resolve("err.txt");
        Process process = builder(Map.of(), Repository.root().resolve("catchment").toString(), "generate-dataset", "large.ehrql", "--output", "out/large.csv", "--diagnostics", "json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(6, TimeUnit.SECONDS)).as("it is at work").isFalse();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(number);
        assertThat(Files.readString(err)).startsWith("[{\"code\":\"run-interrupted\"").endsWith("}]\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "xx_XX.UTF-8"})
    void speaksUtf8WhateverTheLocale(String locale) throws Exception {
        Files.writeString(folder.resolve("größe.ehrql"), "größe = unbekannt\n");
        Ran ran = run(Map.of("LC_ALL", locale, "LANG", locale), Repository.root().resolve("catchment").toString(), "check", "größe.ehrql", "--diagnostics", "json");
        assertThat(ran.exit).isEqualTo(10);
        assertThat(ran.err).contains("\"file\":\"größe.ehrql\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "debug shown.ehrql --dummy-tables dummy_tables; patient_id | value",
        "graph-query definition.ehrql; digraph definition {",
        "fmt definition.ehrql; laid out already",
        "test-connection --url dummy_tables; SUCCESS",
        "dump-example-data -d example; example/patients.csv",
        "isolation-report; attempts are refused",
        "explain definition.ehrql; How the tables are read",
        "explain definition.ehrql --patient 1 --dummy-tables dummy_tables; patient 1 is",
        "attrition definition.ehrql --dummy-tables dummy_tables; all patients",
        "serialize-definition definition.ehrql; population",
        "dump-dataset-sql definition.ehrql; SELECT",
        "create-dummy-tables definition.ehrql; patient_id",
        "help sort-by-patient-value; sort_by",
    })
    void hasEveryCommand(String line, String said) throws Exception {
        Files.writeString(folder.resolve("shown.ehrql"), "from ehrql import show\nfrom ehrql.tables.core import patients\n\nshow(patients.sex)\n");
        Ran ran = run(line.split(" "));
        assertThat(ran.exit).isZero();
        assertThat(ran.out + ran.err).contains(said);
        assertThat(run(line.split(" ")[0], "--help").out).contains("Example");
    }

    private Ran run(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addFirst(Repository.root().resolve("catchment").toString());
        return run(Map.of(), all.toArray(String[]::new));
    }

    private Ran run(Map<String, String> environment, String... words) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = builder(environment, words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private ProcessBuilder builder(Map<String, String> environment, String... words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("CATCHMENT_BUILD", "never");
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "OPENSAFELY_BACKEND", "OPENSAFELY_QUERY_ENGINE"));
        builder.environment().putAll(environment);
        return builder;
    }

    private record Ran(int exit, String out, String err) {}
}
