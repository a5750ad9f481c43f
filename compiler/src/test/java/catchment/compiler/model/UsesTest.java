package catchment.compiler.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UsesTest {
    private static final Series A = new Parameter("a", Type.BOOL);

    @Test
    void whatStandsTwiceInOneNodeIsUsedTwiceByIt() {
        Function twice = new Function(Operator.AND, List.of(A, A));
        Uses uses = new Uses(Graph.postOrder(twice));
        assertThat(uses.of(A)).containsExactly(twice, twice);
        assertThat(uses.several(A)).isTrue();
    }

    @Test
    void anOutputIsUsedByNothing() {
        Function not = new Function(Operator.NOT, List.of(A));
        Uses uses = new Uses(Graph.postOrder(not));
        assertThat(uses.of(not)).isEmpty();
        assertThat(uses.several(A)).isFalse();
    }
}
