package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backends over an OMOP-shaped database: the example, and what is wrong with one. */
final class BackendCommandTest {
    private static final String ROWS = """
            patient_id,sex,age,practice,still_registered,diagnosed,last_hba1c,on_metformin,in_hospital
            1,male,73,11,T,2019-04-01,6.5,T,F
            2,female,61,11,F,2018-01-01,,T,F
            3,female,51,12,T,2021-09-09,,F,T
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheExample() throws Exception {
        Path example = Path.of("").toAbsolutePath();
        while (!Files.exists(example.resolve("examples/omop-backend"))) {
            example = example.getParent();
        }
        example = example.resolve("examples/omop-backend");
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String sql = Files.readString(folder.resolve("omop.sql")).replace("'records/", "'" + folder.resolve("records") + "/");
        execute(sql);
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("omop.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Ran generate(Map<String, String> environment, String dsn) {
        return new Shell(folder, environment)
                .run("generate-dataset", "analysis/dataset_definition.ehrql", "--backend", "omop.ehrql", "--dsn", dsn, "--output", "out.csv");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.csv")).replace("\r\n", "\n");
    }

    @Test
    void aDefinitionRunsOnTheTablesOfAFile() throws Exception {
        Ran ran = generate(Map.of(), "omop.duckdb");
        assertThat(ran.err()).doesNotContain("error");
        assertThat(output()).isEqualTo(ROWS);
    }

    @Test
    void aFolderOfFilesIsADatabaseToo() throws Exception {
        assertThat(generate(Map.of(), "records").exit()).isEqualTo(ExitCode.OK);
        assertThat(output()).isEqualTo(ROWS);
    }

    @Test
    void aPermissionShowsWhomTheBackendHides() throws Exception {
        generate(Map.of("EHRQL_PERMISSIONS", "[\"include_opted_out\"]"), "omop.duckdb");
        assertThat(output()).startsWith(ROWS).contains("\n5,male,29,11,T,2020-05-05,,F,F\n");
    }

    @Test
    void theEnvironmentNamesTheBackend() throws Exception {
        Ran ran = new Shell(folder, Map.of("OPENSAFELY_BACKEND", "omop.ehrql", "DATABASE_URL", "omop.duckdb"))
                .run("generate-dataset", "analysis/dataset_definition.ehrql", "--output", "out.csv");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(output()).isEqualTo(ROWS);
    }

    @Test
    void aQueryOfTheBackendStandsOnceInTheProgram() {
        String script = new Shell(folder).run("dump-dataset-sql", "analysis/dataset_definition.ehrql", "--backend", "omop.ehrql").out();
        assertThat(script.split("FROM condition_occurrence AS source", -1)).hasSize(2);
        assertThat(script).contains("CREATE TEMP VIEW \"c_table_clinical_events\"").contains("FROM \"opt_out\"");
    }

    @Test
    void aMappingThatFitsIsSaidToFit() {
        Ran ran = new Shell(folder).run("backend", "check", "--backend", "omop.ehrql", "--dsn", "omop.duckdb", "--rows");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("the backend `omop` has 7 tables, and the database holds each as it says\n");
    }

    @Test
    void allFaultsOfAMappingAreInOneReport() throws Exception {
        execute("""
                ALTER TABLE visit_occurrence RENAME COLUMN visit_end_date TO visit_finished;
                ALTER TABLE visit_occurrence ALTER visit_start_date TYPE VARCHAR;
                ALTER TABLE opt_out ALTER person_id TYPE INTEGER;
                DROP TABLE drug_exposure;
                ALTER TABLE observation_period ALTER observation_period_start_date DROP NOT NULL;
                INSERT INTO observation_period VALUES (1, NULL, '9999-12-31');
                """);
        Ran ran = new Shell(folder).run("backend", "check", "--backend", "omop.ehrql", "--dsn", "omop.duckdb", "--rows");
        assertThat(ran.exit()).isEqualTo(ExitCode.DATABASE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("the table `visits` has no column `visit_end_date`, which is its `end_date`")
                .contains("`visit_finished`")
                .contains("the column `visit_start_date` of `visits` has the type VARCHAR, and `start_date` is of the type date")
                .contains("the key `person_id` of `opted_out` has the type INTEGER")
                .contains("the table `medications` cannot be read")
                .contains("the column `start_date` of `practice_registrations` is missing in 1 row, and `start_date` never is")
                .contains("5 errors");
    }

    @Test
    void aRunIsRefusedBeforeItBegins() throws Exception {
        execute("ALTER TABLE death RENAME TO deaths");
        Ran ran = generate(Map.of(), "omop.duckdb");
        assertThat(ran.exit()).isEqualTo(ExitCode.DATABASE);
        assertThat(ran.err()).contains("the table `patients` cannot be read").contains("1 error");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aTableThatTheBackendHasNotIsToldWhereItIsUsed() {
        Ran ran = new Shell(folder)
                .with("other.ehrql", """
                        from ehrql import create_dataset
                        from ehrql.tables.tpp import patients, vaccinations

                        dataset = create_dataset()
                        dataset.define_population(patients.exists_for_patient())
                        dataset.vaccinated = vaccinations.exists_for_patient()
                        """)
                .run("generate-dataset", "other.ehrql", "--backend", "omop.ehrql", "--dsn", "omop.duckdb");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("other.ehrql:6:").contains("the backend `omop` has no table `vaccinations`, which is one of ehrql.tables.tpp").contains("it has the tables of `ehrql.tables.core`");
    }

    @Test
    void aBackendIsForOneKindOfDatabase() {
        Ran ran = new Shell(folder).run("generate-dataset", "analysis/dataset_definition.ehrql", "--backend", "tpp", "--dsn", "omop.duckdb");
        assertThat(ran.err()).contains("the backend `tpp` has no table `visits`");
        assertThat(new Shell(folder).run("test-connection", "--backend", "tpp", "--url", "omop.duckdb").err()).contains("the backend `tpp` speaks mssql, and the database duckdb");
        assertThat(new Shell(folder).run("backend", "check", "--backend", "tpp").out()).startsWith("the backend `tpp` has ");
        assertThat(new Shell(folder).run("backend", "check", "--backend", "emis").out()).startsWith("the backend `emis` has ");
    }

    @Test
    void measuresCountOnlyWhoMayBeSeen() throws Exception {
        Ran ran = new Shell(folder)
                .with("measures.ehrql", """
                        from ehrql import INTERVAL, create_measures, years
                        from ehrql.tables.core import clinical_events, patients

                        measures = create_measures()
                        measures.configure_disclosure_control(enabled=False)
                        measures.define_measure(
                            "coded",
                            numerator=clinical_events.where(clinical_events.date.is_on_or_before(INTERVAL.end_date)).exists_for_patient(),
                            denominator=patients.exists_for_patient(),
                            intervals=years(1).starting_on("2020-01-01"),
                        )
                        measures.define_measure(
                            "events", numerator=clinical_events.count_for_patient(), denominator=clinical_events.count_for_patient(), intervals=years(1).starting_on("2020-01-01")
                        )
                        """)
                .run("generate-measures", "measures.ehrql", "--backend", "omop.ehrql", "--dsn", "omop.duckdb", "--output", "out.csv");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        // 5 is hidden; 3 was coded later
        assertThat(output()).contains("coded,2020-01-01,2020-12-31,0.75,3,4").contains("events,2020-01-01,2020-12-31,1.0,7,7");
    }

    @Test
    void aBackendMayWantAPermissionForATable() throws Exception {
        String text = Files.readString(folder.resolve("omop.ehrql")).replace("\"visit_occurrence\",", "\"visit_occurrence\", permission=\"hospital\",");
        Files.writeString(folder.resolve("omop.ehrql"), text);
        Ran refused = generate(Map.of(), "omop.duckdb");
        assertThat(refused.exit()).isEqualTo(ExitCode.PERMISSION);
        assertThat(refused.err()).contains("`visits` needs the permission `hospital`");
        assertThat(generate(Map.of("EHRQL_PERMISSIONS", "[\"hospital\"]"), "omop.duckdb").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatABackendDoesNotSayIsTold() {
        Shell shell = new Shell(folder)
                .with("empty.ehrql", "x = 1\n")
                .with("wrong.ehrql", """
                        from catchment.backends import backend, column, mapped
                        from ehrql.tables import core


                        @backend
                        class wrong:
                            dialekt = "duckdb"
                            tables = [mapped(core.patients, "person", date_of_brith="birth"), 1]
                            visible = [core.patients.sex]
                        """);
        assertThat(shell.run("backend", "check", "--backend", "empty.ehrql").err()).contains("the file declares no backend");
        assertThat(shell.run("backend", "check", "--backend", "wrong.ehrql").err())
                .contains("the table `patients` has no column `date_of_brith`")
                .contains("did you mean `date_of_birth`?")
                .contains("a backend has no `dialekt`")
                .contains("nothing says which dialect the database speaks")
                .contains("one of the `tables` is")
                .contains("each is true or false per patient");
        assertThat(shell.run("backend", "chek", "--backend", "omop.ehrql").err()).contains("did you mean `check`?");
        assertThat(shell.run("backend", "check").err()).contains("nothing says which backend to check");
        assertThat(shell.run("backend", "check", "--backend", "gone.ehrql").err()).contains("there is no file `gone.ehrql`");
        assertThat(shell.run("backend", "check", "--backend", "tp").err()).contains("did you mean `tpp`?");
    }

    @Test
    void aSettingThatCouldChangeTheSqlIsRefused() {
        Ran ran = new Shell(folder, Map.of("TEMP_DATABASE_NAME", "x; DROP TABLE y")).run("backend", "check", "--backend", "tpp");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("the value of the setting `TEMP_DATABASE_NAME`").doesNotContain("DROP");
    }
}
