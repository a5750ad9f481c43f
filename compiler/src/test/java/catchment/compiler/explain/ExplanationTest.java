package catchment.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.MemoryFiles;
import catchment.compiler.model.Type;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private static final String ABOVE =
            """
            from ehrql import *
            from ehrql.tables.core import clinical_events, medications, patients
            """;

    @Test
    void differentConditionsAreToldInDifferentWords() {
        List<String> atoms = List.of("clinical_events.numeric_value > 1", "clinical_events.date.is_null()", "clinical_events.numeric_value == 2");
        List<String> all = new java.util.ArrayList<>();
        for (String a : List.of("(" + atoms.get(0) + ")", "~(" + atoms.get(0) + ")")) {
            for (String b : List.of("(" + atoms.get(1) + ")", "~(" + atoms.get(1) + ")")) {
                for (String first : List.of("&", "|", "==")) {
                    all.add(a + " " + first + " " + b);
                    all.add("~(" + a + " " + first + " " + b + ")");
                    for (String second : List.of("&", "|", "==")) {
                        all.add("(" + a + " " + first + " " + b + ") " + second + " (" + atoms.get(2) + ")");
                        all.add("~(" + a + " " + first + " " + b + ") " + second + " (" + atoms.get(2) + ")");
                        if (!first.equals(second) || first.equals("==")) {
                            all.add(a + " " + first + " (" + b + " " + second + " (" + atoms.get(2) + "))");
                            all.add(a + " " + first + " ~(" + b + " " + second + " (" + atoms.get(2) + "))");
                        }
                    }
                }
            }
        }
        java.util.Map<List<String>, String> told = new java.util.HashMap<>();
        for (String condition : new java.util.LinkedHashSet<>(all)) {
            String before = told.put(
                    explain("dataset = create_dataset()\ndataset.define_population(clinical_events.where(" + condition + ").exists_for_patient())\n"), condition);
            assertThat(before).as(condition + " is told as " + before).isNull();
        }
    }

    @Test
    void whatTheAuthorNamedIsToldOnceAndCalledByItsName() {
        assertThat(explain(
                        """
                        codes = codelist_from_csv("codes.csv", column="code")
                        events = clinical_events.where(clinical_events.snomedct_code.is_in(codes)).where(clinical_events.date.is_after("2020-01-31"))
                        age = patients.age_on("2024-03-31")
                        dataset = create_dataset()
                        dataset.define_population((age >= 18) & events.exists_for_patient() & ~patients.sex.is_in(["unknown"]))
                        dataset.age = age
                        dataset.first = events.sort_by(events.date).first_for_patient().date
                        dataset.times = events.count_for_patient() + 1
                        """))
                .containsExactly(
                        "Population (line 7): a patient is in if",
                        "  all of these hold:",
                        "    - `age` is at least 18",
                        "    - there is a row of `events`",
                        "    - `sex` in `patients` is none of \"unknown\"",
                        "",
                        "Variables: one value for each patient",
                        "  `age`, whole number (line 5): the whole years from `date_of_birth` in `patients` to 2024-03-31",
                        "  `first`, date (line 9): `date` in the first row of `events`, in order of `date`",
                        "  `times`, whole number (line 10): the number of rows of `events` + 1",
                        "",
                        "Terms used above",
                        "  `events` (line 4): the rows of `clinical_events` where all of these hold:",
                        "    - `snomedct_code` is one of `codes`",
                        "    - `date` is after 2020-01-31",
                        "",
                        "Lists",
                        "  `codes`: 3 SNOMED CT codes, codes.csv");
    }

    @Test
    void aListThatIsGivenToAFunctionIsCalledAsItWasMade() {
        assertThat(explain(
                        """
                        codes = codelist_from_csv("codes.csv", column="code")
                        def had(codelist, after):
                            return clinical_events.where(clinical_events.snomedct_code.is_in(codelist)).where(clinical_events.date > after).exists_for_patient()
                        dataset = create_dataset()
                        dataset.define_population(had(codes, "2020-01-31"))
                        for name, codelist in {"few": codelist_from_csv("few.csv", column="code")}.items():
                            setattr(dataset, name, had(codelist, "2021-01-31"))
                        """))
                .anyMatch(line -> line.contains("`snomedct_code` is one of `codes`"))
                .anyMatch(line -> line.contains("`snomedct_code` is one of `few.csv`"))
                .contains("  `codes`: 3 SNOMED CT codes, codes.csv", "  `few.csv`: 1 SNOMED CT code, few.csv")
                .noneMatch(line -> line.contains("codelist"));
    }

    @Test
    void aNumberOfThingsIsToldInTheSingularOnlyOfOne() {
        assertThat(explain(
                        """
                        one = codelist_from_csv("few.csv", column="code")
                        several = codelist_from_csv("codes.csv", column="code")
                        texts = ["a", "b", "c", "d", "e"]
                        dataset = create_dataset()
                        dataset.define_population(patients.exists_for_patient())
                        code = clinical_events.snomedct_code
                        dataset.one = clinical_events.where(code.is_in(one)).exists_for_patient()
                        dataset.several = clinical_events.where(code.is_in(several)).exists_for_patient()
                        dataset.texts = patients.sex.is_in(texts)
                        dataset.next_day = patients.date_of_birth + days(1)
                        dataset.next_week = patients.date_of_birth + days(7)
                        dataset.last_year = patients.date_of_birth - years(1)
                        dataset.apart = clinical_events.date.count_episodes_for_patient(days(1))
                        dataset.far_apart = clinical_events.date.count_episodes_for_patient(days(14))
                        """))
                .contains("  `one`: 1 SNOMED CT code, few.csv", "  `several`: 3 SNOMED CT codes, codes.csv", "  `texts`: 5 texts")
                .anyMatch(line -> line.contains(": 1 day after "))
                .anyMatch(line -> line.contains(": 7 days after "))
                .anyMatch(line -> line.contains(": 1 year before "))
                .anyMatch(line -> line.endsWith("more than 1 day apart"))
                .anyMatch(line -> line.endsWith("more than 14 days apart"));
        assertThat(Phrases.counted(0, "interval")).isEqualTo("0 intervals");
        assertThat(Phrases.counted(2, Type.ICD10_MULTI_CODE_STRING.words())).isEqualTo("2 texts of several ICD-10 codes");
    }

    @Test
    void codesThatGiveOneCategoryAreToldInOneLine() {
        assertThat(explain(
                        """
                        codes = codelist_from_csv("codes.csv", column="code", category_column="kind")
                        last = clinical_events.sort_by(clinical_events.date).last_for_patient()
                        dataset = create_dataset()
                        dataset.define_population(patients.exists_for_patient())
                        dataset.kind = last.snomedct_code.to_category(codes)
                        """))
                .contains(
                        "  `kind`, text (line 7): the first of these that applies:",
                        "    - \"old\" if `snomedct_code` of `last` is \"195967001\" or \"233678006\"",
                        "    - \"new\" if `snomedct_code` of `last` is \"389145006\"",
                        "    - missing otherwise");
    }

    @Test
    void aPartThatIsSharedIsToldOnceHoweverOftenItIsUsed() {
        String chain = """
                dataset = create_dataset()
                dataset.define_population(patients.exists_for_patient())
                value = clinical_events.numeric_value.sum_for_patient()
                for step in range(40):
                    value = value * value + 1.5
                dataset.value = value
                """;
        List<String> lines = explain(chain);
        assertThat(lines).hasSizeLessThan(100);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(400));
    }

    @Test
    void aLongChainIsToldWithoutRecursion() {
        String terms = "(" + "patients.age_on(\"2024-01-31\") > 1) | (".repeat(4_000) + "patients.sex == \"male\")";
        assertThat(explain("dataset = create_dataset()\ndataset.define_population(patients.exists_for_patient())\ndataset.any = " + terms + "\n"))
                .contains("    - `sex` in `patients` is \"male\"");
    }

    @Test
    void measuresAreToldWithTheirIntervalsAndWhetherNumbersAreHidden() {
        assertThat(explain(
                        """
                        measures = create_measures()
                        inside = clinical_events.where(clinical_events.date.is_during(INTERVAL))
                        measures.define_measure(
                            "seen",
                            numerator=inside.exists_for_patient(),
                            denominator=patients.age_on(INTERVAL.start_date) >= 18,
                            group_by={"sex": patients.sex},
                            intervals=months(3).starting_on("2024-01-01"),
                        )
                        """))
                .containsSequence(
                        "Measure `seen`: 3 intervals, 2024-01-01 to 2024-03-31",
                        "  numerator (line 7): there is a row of `inside`",
                        "  denominator (line 8): the whole years from `date_of_birth` in `patients` to the first day of the interval is at least 18",
                        "  by `sex` (line 9): `sex` in `patients`")
                .contains("Numbers up to 7 are hidden as 0, others rounded to the nearest 5");
    }

    @Test
    void anEventTableIsToldByItsColumns() {
        assertThat(explain(
                        """
                        dataset = create_dataset()
                        dataset.define_population(patients.exists_for_patient())
                        dataset.add_event_table("taken", day=medications.date, drug=medications.dmd_code)
                        """))
                .containsSequence(
                        "Event tables",
                        "  `taken` (line 5): a row for each of the rows of `medications`, with",
                        "    - `day`: `date`",
                        "    - `drug`: `dmd_code`");
    }

    private static List<String> explain(String definition) {
        Map<String, String> files = Map.of(
                "definition.ehrql", ABOVE + definition, "codes.csv", "code,kind\n195967001,old\n389145006,new\n233678006,old\n", "few.csv", "code\n195967001\n");
        CompileResult result = new Compiler()
                .compile(new CompileRequest(
                        "definition.ehrql", new MemoryFiles(files), Path.of("").toAbsolutePath(), LocalDateTime.of(2024, 4, 1, 0, 0), List.of(), Wanted.ANYTHING));
        return Explanation.of(result.definition().orElseThrow(() -> new AssertionError(result.diagnostics().toString())), "definition.ehrql", result.sources());
    }
}
