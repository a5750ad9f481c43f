package catchment.spec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.dialects.spi.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EMIS's tables: the backend's own queries in DuckDB's words, over tables made from what is published of them. */
final class EmisTest {
    private static final String ON_DUCKDB = Backends.named("emis").orElseThrow().text().text()
            .replace("dialect = \"trino\"", "dialect = \"duckdb\"")
            .replace("from_big_endian_64(xxhash64(to_utf8({table}registration_id)))", "CAST({table}registration_id AS BIGINT)")
            .replace("from_base(hashed_organisation, 16)", "CAST('0x' || hashed_organisation AS BIGINT)")
            .replace("date_parse(death.reg_stat_dod, '%Y%m%d')", "strptime(death.reg_stat_dod, '%Y%m%d')");
    private static final String TABLES = """
            CREATE TABLE patient_all_orgs_v2 (registration_id VARCHAR, nhs_no VARCHAR, gender INTEGER, date_of_birth DATE, date_of_death DATE, hashed_organisation VARCHAR,
                registered_date DATE, registration_end_date DATE, rural_urban INTEGER, imd_rank BIGINT);
            CREATE TABLE observation_all_orgs_v2 (registration_id VARCHAR, snomed_concept_id INTEGER, effective_date TIMESTAMP, value_pq_1 DECIMAL(20, 2));
            CREATE TABLE medication_all_orgs_v2 (registration_id VARCHAR, snomed_concept_id BIGINT, effective_date TIMESTAMP);
            CREATE TABLE immunisation_all_orgs_v2 (registration_id VARCHAR, snomed_concept_id BIGINT, effective_date TIMESTAMP);
            CREATE TABLE ons_view (pseudonhsnumber VARCHAR, reg_stat_dod VARCHAR, upload_date VARCHAR, icd10u VARCHAR, icd10001 VARCHAR, icd10002 VARCHAR, icd10003 VARCHAR,
                icd10004 VARCHAR, icd10005 VARCHAR, icd10006 VARCHAR, icd10007 VARCHAR, icd10008 VARCHAR, icd10009 VARCHAR, icd10010 VARCHAR, icd10011 VARCHAR,
                icd10012 VARCHAR, icd10013 VARCHAR, icd10014 VARCHAR, icd10015 VARCHAR);
            INSERT INTO patient_all_orgs_v2 VALUES
                ('1', 'n1', 1, '1950-01-01', NULL, 'ff', '2000-01-01', NULL, 5, 1200), ('2', 'n2', 2, '1960-01-01', '2020-02-02', '0a', '2001-01-01', '2020-02-02', NULL, NULL),
                ('3', 'n3', 9, '1970-01-01', NULL, '0b', '2002-01-01', NULL, 1, 0), ('3', 'n4', 1, '1971-01-01', NULL, '0c', '2003-01-01', NULL, 2, 100);
            """;

    @TempDir
    Path folder;

    private String rows(String inserts, String definition) throws Exception {
        return BackendRun.byCommand(folder, TABLES + inserts, ON_DUCKDB, "from ehrql import create_dataset\ndataset = create_dataset()\n" + definition, Set.of());
    }

    @Test
    void aPatientWhoIsListedTwiceHasNoRowAmongPatientsButHasRegistrations() throws Exception {
        assertThat(rows("", """
                from ehrql.tables.emis import patients, practice_registrations
                dataset.define_population(practice_registrations.exists_for_patient())
                dataset.sex = patients.sex
                dataset.deprivation = patients.imd_rounded
                dataset.practice = patients.practice_pseudo_id
                dataset.registrations = practice_registrations.count_for_patient()
                dataset.last = practice_registrations.practice_pseudo_id.maximum_for_patient()
                """)).isEqualTo("""
                patient_id,sex,deprivation,practice,registrations,last
                1,male,1200,ff,1,255
                2,female,,0a,1,10
                3,,,,2,12
                """);
    }

    @Test
    void eventsHaveTheDayAndTheCodeAsText() throws Exception {
        assertThat(rows("""
                INSERT INTO observation_all_orgs_v2 VALUES ('1', 123456789, '2020-01-01 23:59:59', 7.25), ('1', 123456780, '2020-01-02', 1);
                INSERT INTO medication_all_orgs_v2 VALUES ('1', 42297411000001106, '2021-01-01 01:00:00');
                INSERT INTO immunisation_all_orgs_v2 VALUES ('2', 1324681000000101, '2021-03-01');
                """, """
                from ehrql.tables.emis import clinical_events, medications, patients, vaccinations
                dataset.define_population(patients.exists_for_patient())
                coded = clinical_events.where(clinical_events.snomedct_code == "123456789")
                dataset.value = coded.numeric_value.sum_for_patient()
                dataset.day = coded.date.maximum_for_patient()
                dataset.treated = medications.where(medications.dmd_code == "42297411000001106").where(medications.date == "2021-01-01").exists_for_patient()
                dataset.vaccinated = vaccinations.where(vaccinations.procedure_code == "1324681000000101").exists_for_patient()
                """)).isEqualTo("patient_id,value,day,treated,vaccinated\n1,7.25,2020-01-01,T,F\n2,,,F,T\n");
    }

    @Test
    void deathsAreThoseOfTheLatestDeliveryTheEarliestOfEachPatient() throws Exception {
        assertThat(rows("""
                INSERT INTO ons_view (pseudonhsnumber, reg_stat_dod, upload_date, icd10u) VALUES
                    ('n2', '20200203', '2023', 'A00'), ('n2', '20200202', '2023', 'C00'), ('n2', '20200202', '2023', 'B00'), ('n1', '20190101', '2022', 'A00'), ('n3', '20200101', '2023', 'A00');
                """, """
                from ehrql.tables.emis import ons_deaths, practice_registrations
                from ehrql.tables.raw.emis import ons_deaths as all_deaths
                dataset.define_population(practice_registrations.exists_for_patient())
                dataset.died = ons_deaths.date
                dataset.cause = ons_deaths.underlying_cause_of_death.to_category({"A00": "a", "B00": "b", "C00": "c"})
                dataset.all = all_deaths.count_for_patient()
                """)).isEqualTo("patient_id,died,cause,all\n1,,,0\n2,2020-02-02,b,3\n3,,,0\n");
    }

    @Test
    void everyTableThatIsMadeHasTheOrganisationsMark() {
        BackendRun.Said said = dumped(Map.of("EMIS_ORGANISATION_HASH", "abc123"));
        long made = said.out().lines().filter(line -> line.startsWith("CREATE TABLE")).count();
        assertThat(made).isGreaterThan(2);
        assertThat(said.out().split("CAST\\('abc123' AS VARCHAR\\) AS \"hashed_organisation\"", -1).length - 1)
                .isEqualTo((int) said.out().lines().filter(line -> line.endsWith(" AS") && line.startsWith("CREATE TABLE")).count());
        assertThat(said.out()).contains("\"hashed_organisation\" VARCHAR)").contains(", 'abc123')");
        assertThat(dumped(Map.of()).out()).contains("'emis_organisation_hash'");
    }

    private BackendRun.Said dumped(Map<String, String> environment) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            codes.append("\"").append(100_000_000 + i).append("\", ");
        }
        try {
            Files.writeString(folder.resolve("d.ehrql"), """
                    from ehrql import create_dataset
                    from ehrql.tables.emis import clinical_events, patients
                    dataset = create_dataset()
                    dataset.define_population(patients.exists_for_patient())
                    dataset.coded = clinical_events.where(clinical_events.snomedct_code.is_in([""" + codes + "])).exists_for_patient()\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return BackendRun.command(folder, environment, "dump-dataset-sql", "d.ehrql", "--backend", "emis");
    }
}
