package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Definition;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TablesTest {
    private static final String NAMES = "from ehrql.tables import Constraint, EventFrame, PatientFrame, Series, table, table_from_rows\n";

    @Test
    void areClassesOfColumns() {
        Definition definition = compiles(NAMES
                + "@table\nclass visits(EventFrame):\n    class _meta:\n        table_name = \"visit_v2\"\n        required_permission = \"visits\"\n"
                + "    ward = Series(str)\n\n    def of(self, ward):\n        return self.where(self.ward == ward)\n\n"
                + "@table\nclass more(visits):\n    cost = Series(int)\n\n"
                + "dataset.x = more.of(\"a\").where(more.cost > 3).count_for_patient()");
        Count count = (Count) definition.dataset().orElseThrow().variables().get("x");
        TableDefinition table = ((EventFrame) count.source()).table().definition();
        assertThat(table.name()).isEqualTo("more");
        assertThat(table.schema().columns()).extracting(column -> column.name()).containsExactly("ward", "cost");
    }

    @Test
    void holdColumnsAndMethodsOnly() {
        fails(NAMES + "@table\nclass visits(^int^):\n    ward = Series(str)\n", QueryCode.TABLE_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    ^ward^ = str\n", QueryCode.TABLE_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    ^patient_id^ = Series(int)\n", QueryCode.TABLE_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    class _meta:\n        ^name^ = \"v\"\n    ward = Series(str)\n", QueryCode.TABLE_DECLARATION);
        fails(NAMES + "@table_from_rows([])\nclass ^visits^(EventFrame):\n    ward = Series(str)\n", QueryCode.TABLE_DECLARATION);
    }

    @Test
    void haveColumnsOfATypeWithFittingConstraints() {
        fails(NAMES + "@table\nclass visits(EventFrame):\n    ward = Series(^\"str\"^)\n", QueryCode.COLUMN_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    ward = Series(str, constraints=^[Constraint.NotNull]^)\n", QueryCode.COLUMN_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    ward = Series(str, constraints=[^Constraint.FirstOfMonth()^])\n", QueryCode.COLUMN_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    cost = Series(int, constraints=[^Constraint.ClosedRange(9, 1)^])\n", QueryCode.COLUMN_DECLARATION);
        fails(NAMES + "@table\nclass visits(EventFrame):\n    ward = Series(str, constraints=[Constraint.Regex(^\"[a\"^)])\n", QueryCode.COLUMN_DECLARATION);
        // deeper than a matcher goes, and what would need time or memory out of proportion
        for (String regex : List.of("(".repeat(10_000) + ")".repeat(10_000), "(?=a)a", "(a)\\\\1", "((a{1000}){1000}){1000}")) {
            fails(NAMES + "@table\nclass visits(EventFrame):\n    ward = Series(str, constraints=[Constraint.Regex(^\"" + regex + "\"^)])\n", QueryCode.COLUMN_DECLARATION);
        }
        fails(
                NAMES + "@table\nclass visits(EventFrame):\n    ward = Series(str, constraints=[Constraint.NotNull()], dummy_data_constraints=[^Constraint.NotNull()^])\n",
                QueryCode.COLUMN_DECLARATION);
    }

    @Test
    void takeRowsThatFitTheirColumns() {
        String columns = "\nclass extra(PatientFrame):\n    n = Series(int)\n    s = Series(str)\n";
        fails(NAMES + "@table_from_rows([(1, 2, \"a\"), ^(2, 3)^])" + columns, QueryCode.INLINE_ROW);
        fails(NAMES + "@table_from_rows([^(\"1\", 2, \"a\")^])" + columns, QueryCode.INLINE_ROW);
        fails(NAMES + "@table_from_rows([(1, 2, \"a\"), ^(1, 3, \"b\")^])" + columns, QueryCode.INLINE_ROW);
        fails(NAMES + "@table_from_rows([(1, ^\"x\"^, \"a\")])" + columns, QueryCode.TYPE_MISMATCH);
        compiles(NAMES + "@table_from_rows([(1, None, \"a\"), (2, 3, None)])" + columns + "dataset.n = extra.n");
    }

    @Test
    void keepTheirColumns() {
        fails("patients.^sex^ = \"male\"", QueryCode.NOT_SETTABLE);
        fails("dataset.x = patients.sex\ndataset.x.^label^ = \"sex\"", QueryCode.NOT_SETTABLE);
        compiles("patients.note = patients.sex == \"male\"\ndataset.x = patients.note");
    }

    @Test
    void giveValuesPerPatientToVariables() {
        fails("dataset.x = ^5^", QueryCode.VARIABLE_NEEDS_SERIES);
        fails("dataset.x = ^[patients.sex]^", QueryCode.VARIABLE_NEEDS_SERIES);
        fails("dataset.add_column(\"x\", ^\"label\"^)", QueryCode.VARIABLE_NEEDS_SERIES);
        fails("^dataset.add_event_table(\"t\", sex=patients.sex)^", QueryCode.VARIABLE_NEEDS_SERIES);
        fails("dataset.add_event_table(\"t\", day=apcs.admission_date, ^patient_id^=apcs.discharge_date)", QueryCode.RESERVED_NAME);
    }
}
