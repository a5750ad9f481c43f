package catchment.compiler.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EmptyPatientTest {
    private static final SelectTable EVENTS = new SelectTable(new TableDefinition(
            "test",
            "events",
            "events",
            new TableSchema(List.of(new TableSchema.Column("i", Type.INT, List.of(), List.of()))),
            Optional.empty(),
            new TableDefinition.Activation.None()));
    private static final Series EXISTS = new Exists(EVENTS);
    private static final Series LARGEST = new Aggregate(Aggregate.Kind.MAX, new SelectColumn(EVENTS, "i"));

    private static Series of(Operator operator, Series... operands) {
        return new Function(operator, List.of(operands));
    }

    @Test
    void isNotInAPopulationThatAsksForARecord() {
        assertThat(EmptyPatient.isIn(EXISTS)).isFalse();
        assertThat(EmptyPatient.isIn(of(Operator.AND, EXISTS, of(Operator.IS_NULL, LARGEST)))).isFalse();
        assertThat(EmptyPatient.isIn(of(Operator.GT, LARGEST, new Value(5L, Type.INT)))).isFalse();
    }

    @Test
    void isInAPopulationThatAsksForNone() {
        assertThat(EmptyPatient.isIn(of(Operator.NOT, EXISTS))).isTrue();
        assertThat(EmptyPatient.isIn(of(Operator.IS_NULL, LARGEST))).isTrue();
        assertThat(EmptyPatient.isIn(of(Operator.LT, new Count(EVENTS), new Value(5L, Type.INT)))).isTrue();
    }

    @Test
    void isInNoSetAndNotInTheEmptyOne() {
        ValueSet none = new ValueSet(new LinkedHashSet<>(), Type.INT);
        assertThat(EmptyPatient.isIn(of(Operator.NOT, new In(LARGEST, none)))).isTrue();
        ValueSet one = new ValueSet(new LinkedHashSet<>(List.of(1L)), Type.INT);
        assertThat(EmptyPatient.isIn(of(Operator.NOT, new In(LARGEST, one)))).isFalse();
        assertThat(EmptyPatient.value(new In(LARGEST, new CombineAsSet(new SelectColumn(EVENTS, "i"))))).contains(false);
    }

    @Test
    void fallsThroughToTheLastValueOfACase() {
        Series bool = new Value(true, Type.BOOL);
        Series open = new Case(List.of(new Case.Branch(EXISTS, Optional.of(new Value(false, Type.BOOL)))), Optional.of(bool));
        assertThat(EmptyPatient.isIn(open)).isTrue();
        Series closed = new Case(List.of(new Case.Branch(of(Operator.NOT, EXISTS), Optional.empty())), Optional.of(bool));
        assertThat(EmptyPatient.isIn(closed)).isFalse();
    }

    @Test
    void isSeenThroughAChainOfTenThousandConditions() {
        Series chain = EXISTS;
        for (int i = 0; i < 10_000; i++) {
            chain = of(Operator.OR, chain, of(Operator.EQ, LARGEST, new Value((long) i, Type.INT)));
        }
        assertThat(EmptyPatient.isIn(chain)).isFalse();
    }
}
