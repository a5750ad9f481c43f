package catchment.runtime.explain;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.MemoryFiles;
import catchment.compiler.model.Type;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a clause is true of the clause as it is printed. */
final class ReasonsTest {
    private static final String ABOVE = """
            from ehrql import case, create_dataset, days, maximum_of, minimum_of, months, when, years
            from ehrql.tables.core import clinical_events, patients
            index_date = "2024-03-31"
            last = clinical_events.sort_by(clinical_events.date).last_for_patient()
            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient() | clinical_events.exists_for_patient())
            """;

    /** Clauses and what they are said to be. What is cut short is no clause. */
    private static final Pattern SAID = Pattern.compile("`([^`…]+)` is (True|False|None|-?\\d+(?:\\.\\d+)?|\"[^\"]*\"|\\d{4}-\\d\\d-\\d\\d)(?=[ :,(]|$)");

    private static final Tables TABLES = new Tables(Map.of(
            "patients",
            new Table(
                    List.of(new Table.Column("date_of_birth", Type.DATE), new Table.Column("sex", Type.STR), new Table.Column("date_of_death", Type.DATE)),
                    List.of(row(1, LocalDate.of(1980, 1, 1), "male", null), row(2, LocalDate.of(2010, 1, 1), "female", LocalDate.of(2024, 1, 31)), row(3, null, null, null))),
            "clinical_events",
            new Table(
                    List.of(new Table.Column("date", Type.DATE), new Table.Column("numeric_value", Type.FLOAT)),
                    List.of(row(1, LocalDate.of(2020, 1, 31), 2.5), row(2, null, 1.0), row(3, LocalDate.of(2023, 5, 1), null)))));

    private static Table.Row row(long patient, Object... values) {
        return new Table.Row(patient, Arrays.asList(values));
    }

    static Stream<String> conditions() {
        List<String> atoms = List.of(
                "patients.sex.is_not_in([\"female\"])",
                "patients.sex.is_in([\"female\", \"male\"])",
                "patients.date_of_death.is_not_null()",
                "patients.date_of_death.is_null()",
                "(patients.sex != \"male\")",
                "patients.is_alive_on(index_date)",
                "patients.is_dead_on(last.date + days(1))",
                "(patients.age_on(index_date) >= 18)",
                "patients.date_of_birth.is_on_or_between(\"1970-01-01\", \"1990-01-01\")",
                "(last.numeric_value + 1 > 2)",
                "last.date.is_not_null()",
                "(last.date > patients.date_of_birth + years(18))",
                "(minimum_of(last.date, patients.date_of_death) < \"2022-01-01\")",
                "patients.sex.is_in([])",
                "((last.date - patients.date_of_birth).years > 20)",
                "(last.date.year == 2020)",
                "patients.sex.contains(\"fem\")");
        List<String> all = new ArrayList<>(atoms);
        for (int i = 0; i < atoms.size(); i++) {
            String one = atoms.get(i);
            String other = atoms.get((i * 5 + 3) % atoms.size());
            all.add("~" + one);
            all.add(one + ".when_null_then(False)");
            all.add("~" + one + ".when_null_then(False)");
            all.add("(" + one + ").is_null()");
            all.add("~(" + one + " & " + other + ")");
            all.add("~" + one + " | ~" + other);
            all.add("case(when(" + one + ").then(1), when(~" + other + ").then(2), otherwise=3) == 2");
            all.add("(" + one + " == " + other + ") & ~" + one + ".when_null_then(True)");
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aClauseHasTheValueThatIsSaidOfIt(String condition) {
        check("dataset.asked = " + condition + "\n");
    }

    @Test
    void aTextThatMakesSeveralConditionsIsNoneOfThem() {
        check("""
                clauses = []
                def differs(column, value):
                    return column.is_not_in([value])
                for value in ["male", "female", "unknown"]:
                    clauses.append(patients.sex == value)
                    clauses.append(differs(patients.sex, value))
                asked = clauses[0]
                for clause in clauses:
                    asked = asked | ~clause
                dataset.asked = asked
                """);
    }

    @Test
    void theReasonOfADerivedOppositeIsTheConditionThatItIsMadeOf() {
        assertThat(reasons("dataset.asked = patients.sex.is_not_in([\"female\"])\n", 1).getFirst())
                .isEqualTo("`patients.sex.is_in([\"female\"])` is False: `patients.sex` is \"male\" (definition.ehrql:7)");
        assertThat(reasons("dataset.asked = patients.date_of_death.is_not_null()\n", 1).getFirst())
                .isEqualTo("`patients.date_of_death.is_null()` is True: `patients.date_of_death` is None (definition.ehrql:7)");
    }

    private static void check(String text) {
        for (long patient = 1; patient <= 3; patient++) {
            for (String line : reasons(text, patient)) {
                for (MatchResult said : SAID.matcher(line).results().toList()) {
                    assertThat(value(text, said.group(1), patient)).as("%s of patient %s, in: %s", said.group(1), patient, line).isEqualTo(said.group(2));
                }
            }
        }
    }

    private static List<String> reasons(String text, long patient) {
        CompileResult result = compiled(text);
        Definition definition = result.definition().orElseThrow();
        Reasons reasons = new Reasons(definition.dataset().orElseThrow(), TABLES, definition.spans(), result.sources(), 12);
        return reasons.of(definition.dataset().orElseThrow().variables().get("asked"), patient, Optional.empty());
    }

    /** What an expression comes to at the end of a definition. */
    private static String value(String text, String expression, long patient) {
        Definition definition = compiled(text + "dataset.probe = " + expression + "\n").definition().orElseThrow();
        ReferenceInterpreter.PatientValues values = new ReferenceInterpreter(definition.dataset().orElseThrow())
                .values(TABLES, List.of(definition.dataset().orElseThrow().variables().get("probe")));
        return Described.value(Optional.ofNullable(values.values().get(values.patients().indexOf(patient)).getFirst()));
    }

    private static CompileResult compiled(String text) {
        CompileResult result = new Compiler().compile(new CompileRequest(
                "definition.ehrql", new MemoryFiles(Map.of("definition.ehrql", ABOVE + text)), Path.of("."), LocalDate.of(2026, 6, 1), List.of(), CompileRequest.Wanted.DATASET));
        assertThat(result.definition()).as(text + result.diagnostics()).isPresent();
        return result;
    }
}
