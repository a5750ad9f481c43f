package catchment.compiler.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChainsTest {
    private static final Series A = condition("a");
    private static final Series B = condition("b");
    private static final Series C = condition("c");

    private static Series condition(String name) {
        return new Parameter(name, Type.BOOL);
    }

    private static Function and(Series one, Series other) {
        return new Function(Operator.AND, List.of(one, other));
    }

    private static Function or(Series one, Series other) {
        return new Function(Operator.OR, List.of(one, other));
    }

    @Test
    void operandsStandInWrittenOrderHoweverTheChainIsBracketed() {
        assertThat(Chains.operands(and(and(A, B), C), Operator.AND)).containsExactly(A, B, C);
        assertThat(Chains.operands(and(A, and(B, C)), Operator.AND)).containsExactly(A, B, C);
    }

    @Test
    void whatIsNoChainOfTheOperatorIsItsOwnOperand() {
        Function either = or(A, B);
        assertThat(Chains.operands(either, Operator.AND)).containsExactly(either);
        assertThat(Chains.operands(and(either, C), Operator.AND)).containsExactly(either, C);
    }

    @Test
    void aPartThatIsToStayWholeIsAnOperand() {
        Function part = and(A, B);
        assertThat(Chains.operands(and(part, C), Operator.AND, function -> function != part)).containsExactly(part, C);
    }

    @Test
    void aConditionWrittenTwiceIsOneConjunctAndTwoOperands() {
        assertThat(Chains.operands(and(and(A, B), A), Operator.AND)).containsExactly(A, B, A);
        assertThat(Chains.conjuncts(and(and(A, B), A))).containsExactly(A, B);
    }

    @Test
    void aChainThatIsDoubledSixtyTimesIsTakenApartAtOnce() {
        Function doubled = and(A, B);
        for (int i = 0; i < 60; i++) {
            doubled = and(doubled, doubled);
        }
        assertThat(Chains.operands(doubled, Operator.AND)).containsExactly(A, B);
    }

    @Test
    void aHundredThousandOperandsAreTakenApart() {
        Series long_ = A;
        for (int i = 0; i < 100_000; i++) {
            long_ = and(long_, B);
        }
        assertThat(Chains.operands(long_, Operator.AND)).hasSize(100_001).startsWith(A);
    }
}
