package catchment.compiler.eval;

import static catchment.compiler.eval.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a list are replaced and deleted as Python does it. */
final class SlicesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {
        "l[1:3] = [9] → [0, 9, 3, 4, 5]",
        "l[1:1] = [7, 8] → [0, 7, 8, 1, 2, 3, 4, 5]",
        "l[4:2] = [5] → [0, 1, 2, 3, 5, 4, 5]",
        "l[::2] = [1, 2, 3] → [1, 1, 2, 3, 3, 5]",
        "l[::-1] = l → [5, 4, 3, 2, 1, 0]",
        "l[-2:] = [] → [0, 1, 2, 3]",
        "l[10:] = [1] → [0, 1, 2, 3, 4, 5, 1]",
        "l[:] = \"ab\" → ['a', 'b']",
        "l[1:2] = l → [0, 0, 1, 2, 3, 4, 5, 2, 3, 4, 5]",
        "l[5:0:-2] = (7, 8, 9) → [0, 9, 2, 8, 4, 7]",
        "l[:3] = {} → [3, 4, 5]",
        "del l[1:4] → [0, 4, 5]",
        "del l[::2] → [1, 3, 5]",
        "del l[::-2] → [0, 2, 4]",
        "del l[10:] → [0, 1, 2, 3, 4, 5]",
        "del l[4:2] → [0, 1, 2, 3, 4, 5]",
        "del l[-3:-1] → [0, 1, 2, 5]",
        "l[1:3] += [9] → [0, 1, 2, 9, 3, 4, 5]",
        "l[1:3] *= 2 → [0, 1, 2, 1, 2, 3, 4, 5]",
        "l *= 2 → [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]",
        "l *= 0 → []",
        "l *= -1 → []",
        "l += l → [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]",
        "l[0:2], l[3] = [8], 9 → [8, 2, 3, 9, 5]",
        "x = l; x[1:] = [] → [0]"
    })
    void changeTheListAsPythonDoes(String statements, String after) {
        Map<String, String> values = Script.of("l = [0, 1, 2, 3, 4, 5]\nsame = l\n" + statements.replace("; ", "\n") + "\n").values();
        assertThat(values).containsEntry("l", after).containsEntry("same", after);
    }

    @Test
    void aRangeIsSliced() {
        assertThat(Script.of("a = range(10)[2:5]\nb = list(range(10)[::-3])\nc = len(range(0, 10, 3)[5:])\nd = str(a)\n").values())
                .containsEntry("d", "'range(2, 5)'")
                .containsEntry("b", "[9, 6, 3, 0]")
                .containsEntry("c", "0");
    }

    @Test
    void whatHasNoPlaceForTheValuesIsReported() {
        fails("l = [1, 2, 3]\n§l[::2] = [1]§\n", EvalCode.UNPACK_COUNT);
        fails("l = (1, 2, 3)\n§l[1:]§ = [1]\n", EvalCode.NOT_ASSIGNABLE);
        fails("d = {}\n§d[1:]§ = [1]\n", EvalCode.NOT_ASSIGNABLE);
        fails("l = (1, 2, 3)\ndel §l[1:]§\n", EvalCode.NOT_ASSIGNABLE);
        fails("l = [1, 2, 3]\nx = l[§1:2§, 0]\n", EvalCode.ARGUMENT_KIND);
    }
}
