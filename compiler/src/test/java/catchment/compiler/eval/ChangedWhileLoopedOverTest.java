package catchment.compiler.eval;

import static catchment.compiler.eval.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is gone through can change on the way, and is then seen as it is by then. The values are Python's. */
final class ChangedWhileLoopedOverTest {
    @Test
    void aLoopSeesAListAsItIsWhenEachTurnBegins() {
        Map<String, String> values = Script.of("""
                l = [1, 2, 3, 4, 5, 6]
                for v in l:
                    if v % 2 == 0 or v < 4:
                        l.remove(v)
                grown = [1, 2]
                for v in grown:
                    if len(grown) < 6:
                        grown.append(v * 10)
                seen = [1, 2, 3, 4]
                met = [seen.pop() for v in seen]
                numbered = [1, 2, 3, 4]
                pairs = [(i, v, numbered.remove(v)) for i, v in enumerate(numbered)]
                zipped = [1, 2, 3, 4]
                both = [(a, b, zipped.pop()) for a, b in zip(zipped, [7, 8, 9])]
                turned = [1, 2, 3, 4]
                back = [(v, turned.append(v)) for v in reversed(turned)]
                shrunk = [1, 2, 3, 4]
                left = []
                for v in reversed(shrunk):
                    left.append(v)
                    shrunk.clear()
                mapped = [1, 2, 3]
                doubled = []
                for v in map(lambda n: n * 2, mapped):
                    doubled.append(v)
                    if len(mapped) < 5:
                        mapped.append(v)
                filtered = [1, 2, 3, 4, 5]
                kept = []
                for v in filter(lambda n: n > 1, filtered):
                    kept.append(v)
                    filtered.remove(v)
                again = [1, 2]
                again.extend(again)
                again += again
                factor = 2
                lazy = (n * factor for n in [1, 2])
                factor = 3
                later = list(lazy)
                first = next(d["k"] for d in [{"k": 1}, {}])
                found = any(n > 1 for n in [1, 2, "three"])
                rest = iter([1, 2, 3, 4])
                member = 2 in rest
                after = list(rest)
                pair = list(zip(*[iter([1, 2, 3, 4])] * 2))
                d = {"a": 1, "b": 2}
                for k in d:
                    d[k] = d[k] + 1
                values = []
                for k, v in d.items():
                    d["b"] = 9
                    values.append(v)
                copied = {1, 2, 3}
                for v in list(copied):
                    copied.discard(v)
                def both_of(xs):
                    return sum(xs)
                nested = both_of(both_of([n, n]) for n in [1, 2])
                inserted = [1, 2, 3]
                order = []
                for v in inserted:
                    order.append(v)
                    if len(inserted) < 5:
                        inserted.insert(0, v)
                """).values();
        assertThat(values)
                .contains(
                        Map.entry("l", "[2, 4, 5]"),
                        Map.entry("grown", "[1, 2, 10, 20, 100, 200]"),
                        Map.entry("seen", "[1, 2]"),
                        Map.entry("met", "[4, 3]"),
                        Map.entry("numbered", "[2, 4]"),
                        Map.entry("pairs", "[(0, 1, None), (1, 3, None)]"),
                        Map.entry("zipped", "[1, 2]"),
                        Map.entry("both", "[(1, 7, 4), (2, 8, 3)]"),
                        Map.entry("turned", "[1, 2, 3, 4, 4, 3, 2, 1]"),
                        Map.entry("back", "[(4, None), (3, None), (2, None), (1, None)]"),
                        Map.entry("shrunk", "[]"),
                        Map.entry("left", "[4]"),
                        Map.entry("mapped", "[1, 2, 3, 2, 4]"),
                        Map.entry("doubled", "[2, 4, 6, 4, 8]"),
                        Map.entry("filtered", "[1, 3, 5]"),
                        Map.entry("kept", "[2, 4]"),
                        Map.entry("again", "[1, 2, 1, 2, 1, 2, 1, 2]"),
                        Map.entry("later", "[3, 6]"),
                        Map.entry("first", "1"),
                        Map.entry("found", "True"),
                        Map.entry("member", "True"),
                        Map.entry("after", "[3, 4]"),
                        Map.entry("pair", "[(1, 2), (3, 4)]"),
                        Map.entry("d", "{'a': 2, 'b': 9}"),
                        Map.entry("values", "[2, 9]"),
                        Map.entry("nested", "6"),
                        Map.entry("inserted", "[1, 1, 1, 2, 3]"),
                        Map.entry("order", "[1, 1, 1, 2, 3]"));
    }

    @Test
    void aListThatGrowsInItsOwnLoopMeetsTheLimitOfStepsAtTheLoop() {
        endless("x = [1]\n", "for", " i in x:\n    x.append(i)\n");
        endless("x = [1]\ny = ", "[x.append(i) for i in x]", "\n");
        endless("x = [1]\n", "for", " n, i in enumerate(x):\n    x.append(i)\n");
        endless("x = [1]\n", "for", " a, b in zip(x, x):\n    x.append(a)\n");
        endless("x = [1]\n", "x.extend(map(lambda n: n, x))", "\n");
        endless("x = [1]\nx += ", "(n for n in x)", "\n");
    }

    private static void endless(String before, String loop, String after) {
        List<Diagnostic> errors = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Script.of(before + loop + after).run().errors());
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(EvalCode.TOO_MANY_STEPS);
            assertThat(error.span().start().line()).isEqualTo((before + loop).lines().count());
        });
    }

    @Test
    void aDictOrASetMustKeepItsKeysWhileItIsGoneThrough() {
        Diagnostic error = fails("d = {1: 2}\nfor k in §d§:\n    d[k + 1] = 3\n", EvalCode.CHANGED_WHILE_LOOPED_OVER);
        assertThat(error.message()).contains("the dict");
        assertThat(error.hints()).containsExactly("go through a copy: `list(d)`");
        fails("d = {1: 2, 2: 3}\nfor k, v in §d.items()§:\n    d.pop(k)\n", EvalCode.CHANGED_WHILE_LOOPED_OVER);
        fails("d = {1: 2, 2: 3}\nx = [d.pop(k) for k in §d§]\n", EvalCode.CHANGED_WHILE_LOOPED_OVER);
        fails("d = {1: 2, 2: 3}\nfor n, k in enumerate(§d.keys()§):\n    del d[k]\n", EvalCode.CHANGED_WHILE_LOOPED_OVER);
        fails("s = {1, 2}\nfor k in §s§:\n    s.add(k + 5)\n", EvalCode.CHANGED_WHILE_LOOPED_OVER);
        fails("s = {1, 2}\nfor k in §s§:\n    s.discard(k)\n    s.add(k + 5)\n", EvalCode.CHANGED_WHILE_LOOPED_OVER);
    }

    @Test
    void aGeneratorCannotGoThroughItself() {
        fails("g = §(n for m in [1] for n in g)§\nx = list(g)\n", EvalCode.RECURSION);
    }

    @Test
    void iteratorsWithinIteratorsWithoutEndAreNoTrouble() {
        Map<String, String> values = Script.of("""
                x = [1, 2]
                for n in range(20000):
                    x = map(lambda v: v + 1, x)
                x = list(x)
                y = [1, 2]
                for n in range(20000):
                    y = enumerate(y)
                y = len(list(y))
                """).values();
        assertThat(values).containsEntry("x", "[20001, 20002]").containsEntry("y", "2");
        assertThat(Script.of("def f(g):\n    return (n for m in [1] for n in g)\nx = [1]\nfor n in range(20000):\n    x = f(x)\nx = list(x)\n").run().errors())
                .extracting(Diagnostic::code)
                .containsExactly(EvalCode.TOO_DEEP);
    }
}
