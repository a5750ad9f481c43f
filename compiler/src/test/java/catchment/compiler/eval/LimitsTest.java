package catchment.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every program ends, and long and deep ones are no trouble. */
final class LimitsTest {
    private static void endsWith(String text, EvalCode code) {
        List<Diagnostic> errors = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Script.of(text).run().errors());
        assertThat(errors).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void aLoopThatTakesTooLongIsEndedAndNamed() {
        endsWith("""
                n = 0
                for i in range(4000):
                    for j in range(4000):
                        n = n + 1
                """, EvalCode.TOO_MANY_STEPS);
    }

    @Test
    void aListThatDoublesIsEnded() {
        endsWith("x = [1]\nfor i in range(64):\n    x = x + x\n", EvalCode.TOO_MUCH_MEMORY);
        endsWith("x = \"a\" * 10000000000\n", EvalCode.TOO_MUCH_MEMORY);
        endsWith("x = [0] * (2 ** 62)\n", EvalCode.TOO_MUCH_MEMORY);
        endsWith("for i in range(10 ** 15):\n    pass\n", EvalCode.TOO_MUCH_MEMORY);
    }

    @Test
    void callsThatNestWithoutEndAreEnded() {
        endsWith("f = lambda g: (lambda x: g(g)(x))\ny = f(f)(1)\n", EvalCode.TOO_DEEP);
    }

    @Test
    void valuesThatNestWithoutEndAreEndedAtOnce() {
        endsWith("a = []\na.append(a)\nx = str(a)\n", EvalCode.TOO_DEEP);
        endsWith("a = {}\na[\"a\"] = a\nx = f\"{a}\"\n", EvalCode.TOO_DEEP);
        endsWith("a = []\na.append(a)\nb = []\nb.append(b)\nx = a == b\n", EvalCode.TOO_DEEP);
        endsWith("import json\nx = json.loads(\"" + "[".repeat(100_000) + "\")\n", EvalCode.TOO_DEEP);
        assertThat(Script.of("import json\nx = len(str(json.loads(\"[\" * 150 + \"]\" * 150)))\n").values()).containsEntry("x", "300");
    }

    @Test
    void longChainsAndDeepParenthesesAreEvaluated() {
        String chain = "x = 1" + " + 1".repeat(10_000) + "\n";
        String deep = "y = " + "(".repeat(1_000) + "7" + ")".repeat(1_000) + "\n";
        String list = "z = len([" + "\"123456\", ".repeat(100_000) + "])\n";
        Map<String, String> values = Script.of(chain + deep + list).values();
        assertThat(values).containsEntry("x", "10001").containsEntry("y", "7").containsEntry("z", "100000");
    }

    @Test
    void aModuleWithMoreWordsThanTheLimitIsRefusedOnceWhateverIsWantedOfIt() {
        List<Diagnostic> errors = Script.of("from codes import asthma, copd\nimport codes\nx = [asthma, copd, codes.both]\n")
                .with("analysis/codes.py", "asthma = [" + "1,".repeat(200_000) + "]\ncopd = asthma\nboth = copd\n")
                .run()
                .errors();
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.code().id()).isEqualTo("too-many-words");
            assertThat(error.span().file()).isEqualTo("analysis/codes.py");
        });
    }
}
