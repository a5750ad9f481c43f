package catchment.compiler.definition;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.ColumnSpecification.Range;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Count;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ColumnSpecificationTest {
    private static final SelectTable EVENTS = new SelectTable(new TableDefinition(
            "test",
            "events",
            "events",
            new TableSchema(List.of(
                    new TableSchema.Column("kind", Type.STR, List.of(new Constraint.Categorical(Arrays.asList("a", null, "b"))), List.of()),
                    new TableSchema.Column("score", Type.INT, List.of(new Constraint.ClosedRange(-5, 300, 1)), List.of()),
                    new TableSchema.Column("note", Type.STR, List.of(), List.of()))),
            Optional.empty(),
            new TableDefinition.Activation.None()));
    private static final Series EXISTS = new Exists(EVENTS);
    private static final Series LEAST_KIND = new Aggregate(Aggregate.Kind.MIN, new SelectColumn(EVENTS, "kind"));

    private static ColumnSpecification of(Series series) {
        List<ColumnSpecification> columns = ColumnSpecification.of(Map.of("x", series));
        assertThat(columns.getFirst()).isEqualTo(ColumnSpecification.PATIENT_ID);
        return columns.get(1);
    }

    private static Series text(String value) {
        return new Value(value, Type.STR);
    }

    @Test
    void aColumnHasItsTablesCategoriesAndSoHaveItsLeastAndGreatest() {
        assertThat(of(new SelectColumn(EVENTS, "kind")).categories()).contains(List.of("a", "b"));
        assertThat(of(LEAST_KIND).categories()).contains(List.of("a", "b"));
        assertThat(of(new SelectColumn(EVENTS, "note")).categories()).isEmpty();
    }

    @Test
    void aCaseHasTheCategoriesOfAllItsBranches() {
        Series both = new Case(List.of(new Case.Branch(EXISTS, Optional.of(text("x"))), new Case.Branch(EXISTS, Optional.of(LEAST_KIND))), Optional.of(text("a")));
        assertThat(of(both).categories()).contains(List.of("x", "a", "b"));
        Series withNull = new Case(List.of(new Case.Branch(EXISTS, Optional.empty())), Optional.of(text("x")));
        assertThat(of(withNull).categories()).contains(List.of("x"));
        Series open = new Case(
                List.of(new Case.Branch(EXISTS, Optional.of(new Aggregate(Aggregate.Kind.MAX, new SelectColumn(EVENTS, "note"))))), Optional.of(text("x")));
        assertThat(of(open).categories()).isEmpty();
    }

    @Test
    void aCountAndAColumnWithBoundsHaveARange() {
        assertThat(of(new Count(EVENTS)).range()).contains(new Range(0, 65_535));
        assertThat(of(new SelectColumn(EVENTS, "score")).range()).contains(new Range(-5, 300));
        assertThat(of(new Function(Operator.NEGATE, List.of(new Count(EVENTS)))).range()).isEmpty();
    }
}
