package catchment.spec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Backends;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.source.SourceText;
import catchment.spec.mssql.TSqlOnDuckDb;
import catchment.spec.mssql.TSqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TPP's tables. No server is at hand: each definition is run twice, by what is written for SQL Server on a DuckDB with T-SQL's functions, and by the command over
 * DuckDB with the backend's own queries in DuckDB's words; both must say the same.
 */
final class TppTest {
    private static final String TABLES = BackendRun.resource("tpp-tables.sql");
    private static final SourceText TPP = Backends.named("tpp").orElseThrow().text();
    private static final String ON_DUCKDB = TPP.text()
            .replace("dialect = \"mssql\"", "dialect = \"duckdb\"")
            .replaceAll(" COLLATE \\{\\w+}", "")
            .replace("{ADDED}..", "")
            .replace("CONVERT(VARCHAR(MAX), {name}, 2)", "hex({name})");
    private static final Set<String> EVERYBODY = Set.of("include_t1oo", "include_ndoo", "include_gp_unactivated");
    private static final String PATIENTS = """
            INSERT INTO Patient (Patient_ID, DateOfBirth, Sex, DateOfDeath) VALUES
                (1, '1950-01-01', 'M', '9999-12-31'), (2, '1960-01-01', 'F', '2020-02-02'), (3, '1970-01-01', 'I', '9999-12-31'),
                (4, '1980-01-01', '', '9999-12-31'), (5, '1990-01-01', 'F', '9999-12-31');
            """;

    @TempDir
    Path folder;

    private String rows(String inserts, String definition, Set<String> held) throws Exception {
        String whole = "from ehrql import create_dataset\ndataset = create_dataset()\n" + definition;
        String byCommand = BackendRun.byCommand(folder, TABLES + inserts, ON_DUCKDB, whole, held);
        try (TSqlSession session = new TSqlSession()) {
            for (String statement : (TABLES + inserts).split(";\n")) {
                session.execute(new SqlProgram.Statement(statement, "the tables", List.of()));
            }
            assertThat(BackendRun.bySession(session, new TSqlOnDuckDb(), TPP, whole, held)).isEqualTo(byCommand);
        }
        return byCommand;
    }

    @Test
    void thePublishedSchemaHasEveryTableAndColumnThatIsRead() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("tpp.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        Files.writeString(folder.resolve("tpp.ehrql"), ON_DUCKDB);
        BackendRun.Said said = BackendRun.command(folder, Map.of(), "backend", "check", "--backend", "tpp.ehrql", "--dsn", "tpp.duckdb");
        assertThat(said.err()).doesNotContain("error:");
        assertThat(said.exit()).isEqualTo(ExitCode.OK);
    }

    private static final String VISIBLE = """
            INSERT INTO PatientsWithTypeOneDissent VALUES (2);
            INSERT INTO PatientsWithoutNDOO VALUES (1), (2), (4), (5);
            INSERT INTO DirectionsAcknowledged VALUES (10);
            INSERT INTO RegistrationHistory (Patient_ID, Organisation_ID, StartDate, EndDate) VALUES
                (1, 10, '2000-01-01', '9999-12-31'), (2, 10, '2000-01-01', '9999-12-31'), (3, 10, '2000-01-01', '9999-12-31'),
                (4, 20, '2000-01-01', '9999-12-31'), (5, 10, '2000-01-01', '2010-06-30'), (5, 20, '2010-07-01', '9999-12-31');
            """;
    private static final String EVERYONE = "from ehrql.tables.tpp import patients\ndataset.define_population(patients.exists_for_patient())\n";

    @Test
    void optOutsAndPracticesThatHaveNotAgreedAreLeftOutUnlessTheProjectMaySeeThem() throws Exception {
        assertThat(rows(PATIENTS + VISIBLE, EVERYONE, Set.of())).isEqualTo("patient_id\n1\n5\n");
        assertThat(rows(PATIENTS + VISIBLE, EVERYONE, Set.of("include_t1oo"))).isEqualTo("patient_id\n1\n2\n5\n");
        assertThat(rows(PATIENTS + VISIBLE, EVERYONE, Set.of("include_ndoo"))).isEqualTo("patient_id\n1\n3\n5\n");
        assertThat(rows(PATIENTS + VISIBLE, EVERYONE, Set.of("include_gp_unactivated"))).isEqualTo("patient_id\n1\n4\n5\n");
        assertThat(rows(PATIENTS + VISIBLE, EVERYONE, EVERYBODY)).isEqualTo("patient_id\n1\n2\n3\n4\n5\n");
    }

    @Test
    void rowsAfterTheLastRegistrationWithAPracticeThatHasAgreedAreNotSeenNorThoseWithoutADate() throws Exception {
        String events = """
                INSERT INTO CodedEvent_SNOMED (Patient_ID, ConsultationDate, ConceptId, NumericValue) VALUES
                    (1, '2020-01-01', '111111111', 1), (1, NULL, '111111111', 2), (1, '9999-12-31', '111111111', 4),
                    (5, '2010-06-30', '111111111', 1), (5, '2010-07-01', '111111111', 2);
                INSERT INTO SGSS_AllTests_Positive (Patient_ID, Specimen_Date, Symptomatic) VALUES (5, '2021-01-01', 'Y');
                """;
        String definition = EVERYONE + """
                from ehrql.tables.tpp import clinical_events, practice_registrations, sgss_covid_all_tests
                dataset.seen = clinical_events.numeric_value.sum_for_patient()
                dataset.practices = practice_registrations.count_for_patient()
                dataset.tests = sgss_covid_all_tests.count_for_patient()
                """;
        Set<String> tests = Set.of("sgss_covid_all_tests");
        // registrations are filtered by the practice, events by date, tests not at all
        assertThat(rows(PATIENTS + VISIBLE + events, definition, tests)).isEqualTo("patient_id,seen,practices,tests\n1,1.0,1,0\n5,1.0,1,1\n");
        assertThat(rows(PATIENTS + VISIBLE + events, definition, Set.of("sgss_covid_all_tests", "include_gp_unactivated")))
                .isEqualTo("patient_id,seen,practices,tests\n1,7.0,1,0\n4,,1,0\n5,3.0,2,1\n");
    }

    @Test
    void whoeverLeftAPracticeThatHasAgreedForNoOtherIsSeenToTheEnd() throws Exception {
        String left = """
                INSERT INTO PatientsWithoutNDOO VALUES (1), (2);
                INSERT INTO DirectionsAcknowledged VALUES (10);
                INSERT INTO RegistrationHistory (Patient_ID, Organisation_ID, StartDate, EndDate) VALUES
                    (1, 20, '1990-01-01', '2000-01-01'), (1, 10, '2000-01-01', '2010-01-01'), (2, 10, '2000-01-01', '2010-01-01'), (2, 20, '2010-01-01', '2011-01-01');
                INSERT INTO CodedEvent (Patient_ID, ConsultationDate, CTV3Code, NumericValue) VALUES (1, '2015-01-01', 'XE2eD', 1), (2, '2015-01-01', 'XE2eD', 1);
                """;
        assertThat(rows(PATIENTS + left, EVERYONE + "from ehrql.tables.tpp import clinical_events\ndataset.n = clinical_events.count_for_patient()\n", Set.of()))
                .isEqualTo("patient_id,n\n1,1\n2,0\n");
    }

    @Test
    void datesThatStandForNoneAndSexesAreReadAsTheStandardTableHasThem() throws Exception {
        assertThat(rows(PATIENTS, EVERYONE + "dataset.sex = patients.sex\ndataset.died = patients.date_of_death\n", EVERYBODY))
                .isEqualTo("patient_id,sex,died\n1,male,\n2,female,2020-02-02\n3,intersex,\n4,unknown,\n5,female,\n");
    }

    @Test
    void addressesSayMissingInFourWays() throws Exception {
        String addresses = """
                INSERT INTO PatientAddress (Patient_ID, PatientAddress_ID, StartDate, EndDate, AddressType, RuralUrbanClassificationCode, ImdRankRounded, MSOACode) VALUES
                    (1, 7, '2000-01-01', '9999-12-31', 3, 5, 1200, 'E02000001'), (2, 8, '9999-12-31', '2001-01-01', 0, -1, -1, 'NPC'), (3, 9, NULL, NULL, 1, 1, 0, '');
                INSERT INTO PotentialCareHomeAddress VALUES ('N', 'Y', 1, 7);
                """;
        String definition = EVERYONE + """
                from ehrql.tables.tpp import addresses
                address = addresses.sort_by(addresses.address_id).last_for_patient()
                dataset.a = address.start_date
                dataset.b = address.end_date
                dataset.c = address.rural_urban_classification
                dataset.d = address.imd_rounded
                dataset.e = address.msoa_code
                dataset.f = address.has_postcode
                dataset.g = address.care_home_is_potential_match
                dataset.h = address.care_home_requires_nursing
                dataset.i = address.care_home_does_not_require_nursing
                """;
        assertThat(rows(PATIENTS + addresses, definition, EVERYBODY)).isEqualTo("""
                patient_id,a,b,c,d,e,f,g,h,i
                1,2000-01-01,,5,1200,E02000001,T,T,T,F
                2,,2001-01-01,,,,F,F,,
                3,,,1,0,,F,F,,
                4,,,,,,,,,
                5,,,,,,,,,
                """);
    }

    @Test
    void hospitalDataComesFromTheArchiveUpToAMonthAndFromTheLiveTablesFromThenOn() throws Exception {
        String stays = """
                INSERT INTO APCS (Patient_ID, APCS_Ident, Admission_Date, Der_Activity_Month, Ethnic_Group, Der_Diagnosis_All) VALUES
                    (1, 1, '2023-05-01', '202305', 'A ', '||I210'), (1, 2, '2023-03-01', '202303', 'B', '||I211'), (1, 5, '2023-04-01', '202304', 'A', '||I213');
                INSERT INTO APCS_ARCHIVED (Patient_ID, APCS_Ident, Admission_Date, Der_Activity_Month, Ethnic_Group, Der_Diagnosis_All) VALUES
                    (1, 2, '2023-03-01', '202303', 'B', '||I212'), (1, 1, '2023-05-01', '202305', 'A', '||I210'), (2, 4, '2020-01-01', NULL, 'C', '');
                INSERT INTO APCS_Der (Patient_ID, APCS_Ident, Spell_PbR_CC_Day) VALUES (1, 1, '3');
                INSERT INTO EC (Patient_ID, EC_Ident, Arrival_Date, Der_Activity_Month, Ethnic_Category) VALUES (1, 9, '2023-06-01', '202306', 'Z'), (3, 8, '2023-06-01', '202306', 'C');
                INSERT INTO OPA (Patient_ID, OPA_Ident, Appointment_Date, Der_Activity_Month, Ethnic_Category) VALUES (3, 8, '2023-06-01', '202306', 'D1');
                """;
        String definition = EVERYONE + """
                from ehrql.tables.tpp import apcs, ec, ethnicity_from_sus, opa
                dataset.stays = apcs.count_for_patient()
                dataset.archived = apcs.where(apcs.all_diagnoses.contains("I212")).exists_for_patient()
                dataset.critical = apcs.days_in_critical_care.sum_for_patient()
                dataset.emergencies = ec.count_for_patient()
                dataset.visits = opa.count_for_patient()
                dataset.ethnicity = ethnicity_from_sus.code
                """;
        assertThat(rows(PATIENTS + stays, definition, EVERYBODY)).isEqualTo("""
                patient_id,stays,archived,critical,emergencies,visits,ethnicity
                1,3,T,3,1,0,A
                2,0,F,,0,0,
                3,0,F,,1,1,D
                4,0,F,,0,0,
                5,0,F,,0,0,
                """);
    }

    @Test
    void aDrugHasTheCodeOfTheDictionaryOrElseTheOneThatWasAdded() throws Exception {
        String drugs = """
                INSERT INTO MedicationIssue (Patient_ID, ConsultationDate, MultilexDrug_ID, Consultation_ID) VALUES
                    (1, '2020-01-01', 'a', 1), (2, '2020-01-01', 'b', 2), (3, '2020-01-01', 'c', 3), (4, '2020-01-01', 'd', 4);
                INSERT INTO MedicationDictionary (MultilexDrug_ID, DMD_ID) VALUES ('a', '100000001'), ('b', 'MULTIPLE_DMD_MAPPING'), ('c', '');
                INSERT INTO CustomMedicationDictionary VALUES ('a', '999999999'), ('a', '888888888'), ('b', '100000002');
                """;
        String definition = EVERYONE + """
                from ehrql.tables.tpp import medications
                drug = medications.sort_by(medications.date).last_for_patient()
                dataset.code = drug.dmd_code.to_category({"100000001": "own", "100000002": "added"})
                dataset.number = medications.count_for_patient()
                """;
        assertThat(rows(PATIENTS + drugs, definition, EVERYBODY)).isEqualTo("patient_id,code,number\n1,own,1\n2,added,1\n3,,1\n4,,1\n5,,0\n");
    }

    @Test
    void aMotherIsTheOneOlderWomanThatEitherOfTheTwoNames() throws Exception {
        String relations = """
                INSERT INTO Relationship (Patient_ID, Patient_ID_Relationship_With, Type_of_Relationship, RelationshipEndDate) VALUES
                    (5, 2, 'Mother', NULL), (2, 5, 'Daughter', NULL), (4, 2, 'Mother', NULL), (3, 4, 'Son', NULL), (3, 1, 'Mother', NULL), (2, 5, 'Mother', NULL), (3, 2, 'Mother', '2001-01-01');
                """;
        // 5 names 2 and 2 names 5; 4 has two; 3 names a man, and one whom it names no more; 2 cannot be her daughter's child
        assertThat(rows(PATIENTS + relations, EVERYONE + "from ehrql.tables.tpp import parents\ndataset.mother = parents.mother_id\n", EVERYBODY))
                .isEqualTo("patient_id,mother\n1,\n2,\n3,\n4,\n5,2\n");
    }

    @Test
    void ofSeveralDeathsTheEarliestCountsAndTheRawTableHasAll() throws Exception {
        String deaths = "INSERT INTO ONS_Deaths (Patient_ID, dod, icd10u, ICD10001) VALUES (1, '2020-01-02', 'A00', 'B00'), (1, '2020-01-01', 'C00', 'D00'), (1, '2020-01-01', 'B00', 'E00');\n";
        String definition = EVERYONE + """
                from ehrql.tables.tpp import ons_deaths
                from ehrql.tables.raw.core import ons_deaths as all_deaths
                dataset.cause = ons_deaths.underlying_cause_of_death.to_category({"A00": "a", "B00": "b", "C00": "c"})
                dataset.all = all_deaths.count_for_patient()
                """;
        assertThat(rows(PATIENTS + deaths, definition, EVERYBODY)).startsWith("patient_id,cause,all\n1,b,3\n2,,0\n");
    }

    @Test
    void whomATherapyIsForIsTakenOutOfItsSentences() throws Exception {
        String forms = """
                INSERT INTO Therapeutics (Patient_ID, COVID_indication, CASIM05_risk_cohort, MOL1_high_risk_cohort, SOT02_risk_cohorts, Received, Der_LoadDate) VALUES
                    (1, 'non_hospitalised', 'Patients with a solid cancer', '', 'IMID and renal disease', '2022-01-01', '2022-02-02'),
                    (1, 'non_hospitalised', 'Patients with a solid cancer', '', 'IMID and renal disease', '2022-01-01', '2022-02-02'), (2, NULL, NULL, NULL, NULL, NULL, NULL);
                """;
        String definition = EVERYONE + """
                from ehrql.tables.tpp import covid_therapeutics
                dataset.whom = covid_therapeutics.sort_by(covid_therapeutics.received).last_for_patient().risk_cohort
                dataset.number = covid_therapeutics.count_for_patient()
                """;
        Set<String> held = new HashSet<>(EVERYBODY);
        held.add("covid_therapeutics");
        assertThat(rows(PATIENTS + forms, definition, held)).startsWith("patient_id,whom,number\n1,\"solid cancer,IMID,renal disease\",1\n2,,1\n");
    }

    @Test
    void waitingListsHavePseudonymsInHexadecimalDigitsAndDates() throws Exception {
        String lists = """
                INSERT INTO WL_OpenPathways (Patient_ID, PRIORITY_TYPE_CODE, PSEUDO_PATIENT_PATHWAY_IDENTIFIER, REFERRAL_TO_TREATMENT_PERIOD_END_DATE, Waiting_List_Type, Week_Ending_Date) VALUES
                    (1, '3', '\\xAA\\x01', '9999-12-31', 'ONON', '2023-01-01'), (2, '9', NULL, '2023-02-02', 'XXXX', NULL);
                """;
        String definition = EVERYONE + """
                from ehrql.tables.tpp import wl_openpathways
                wait = wl_openpathways.sort_by(wl_openpathways.week_ending_date).last_for_patient()
                dataset.priority = wait.priority_type_code
                dataset.pathway = wait.pseudo_patient_pathway_identifier
                dataset.ended = wait.referral_to_treatment_period_end_date
                dataset.list = wait.waiting_list_type
                dataset.week = wait.week_ending_date
                """;
        Set<String> held = new HashSet<>(EVERYBODY);
        held.add("waiting_list");
        assertThat(rows(PATIENTS + lists, definition, held)).startsWith("patient_id,priority,pathway,ended,list,week\n1,two week wait,AA01,,ONON,2023-01-01\n2,,,2023-02-02,,\n3");
    }
}
