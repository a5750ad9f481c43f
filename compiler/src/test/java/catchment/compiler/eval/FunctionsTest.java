package catchment.compiler.eval;

import static catchment.compiler.eval.Script.compiles;
import static catchment.compiler.eval.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FunctionsTest {
    @Test
    void aFunctionSeesWhatIsAroundItWhenItIsCalled() {
        Map<String, String> values = Script.of("""
                limit = 1
                def above(x):
                    return x > limit
                limit = 10
                small = above(5)
                """).values();
        assertThat(values).containsEntry("small", "False");
    }

    @Test
    void aDefaultIsEvaluatedOnceWhereTheFunctionIsDefined() {
        Map<String, String> values = Script.of("""
                start = 1
                def f(x, seen=[], y=start):
                    seen.append(x)
                    return seen
                start = 2
                f(1)
                both = f(2)
                """).values();
        assertThat(values).containsEntry("both", "[1, 2]");
    }

    @Test
    void keywordOnlyRestAndKeywordRestParametersTakeTheirArguments() {
        Map<String, String> values = Script.of("""
                def f(a, *rest, b=2, **more):
                    return (a, rest, b, more)
                all = f(1, 2, 3, b=4, c=5)
                few = f(*[1], **{"b": 3})
                """).values();
        assertThat(values)
                .containsEntry("all", "(1, (2, 3), 4, {'c': 5})")
                .containsEntry("few", "(1, (), 3, {})");
    }

    @Test
    void anInnerFunctionKeepsTheVariablesOfTheOuterOne() {
        Map<String, String> values = Script.of("""
                def adder(n):
                    def add(x):
                        return x + n
                    return add
                result = adder(2)(3)
                makers = [lambda: i for i in range(3)]
                last = makers[0]()
                """).values();
        assertThat(values).containsEntry("result", "5").containsEntry("last", "2");
    }

    @Test
    void aReturnInsideALoopLeavesTheFunction() {
        Map<String, String> values = Script.of("""
                def first(xs):
                    for x in xs:
                        if x > 1:
                            return x
                    return None
                a = first([1, 2, 3])
                b = first([])
                """).values();
        assertThat(values).containsEntry("a", "2").containsEntry("b", "None");
    }

    @Test
    void aMissingArgumentIsNamed() {
        fails("""
                def f(a, b):
                    return a + b
                x = §f(1)§
                """, EvalCode.MISSING_ARGUMENT);
        compiles("""
                def f(a, b):
                    return a + b
                x = f(1, 2)
                """);
    }

    @Test
    void anUnknownArgumentGetsTheNearestName() {
        assertThat(fails("""
                def f(start_date):
                    return start_date
                x = f(§start§=1)
                """, EvalCode.UNKNOWN_ARGUMENT).fixes()).hasSize(1);
        compiles("""
                def f(start_date):
                    return start_date
                x = f(start_date=1)
                """);
    }

    @Test
    void anArgumentTooManyIsPointedAt() {
        fails("""
                def f(a):
                    return a
                x = f(1, §2§)
                """, EvalCode.TOO_MANY_ARGUMENTS);
        compiles("""
                def f(a):
                    return a
                x = f(1)
                """);
    }

    @Test
    void anArgumentGivenTwiceIsPointedAt() {
        fails("""
                def f(a):
                    return a
                x = f(1, §a§=2)
                """, EvalCode.ARGUMENT_TWICE);
    }

    @Test
    void aFunctionThatCallsItselfIsRefusedByName() {
        assertThat(fails("""
                def count(n):
                    return 0 if n == 0 else §count(n - 1)§
                x = count(3)
                """, EvalCode.RECURSION).message()).contains("`count`");
        compiles("""
                def twice(f, x):
                    return f(f(x))
                x = twice(lambda n: n + 1, 1)
                """);
    }

    @Test
    void theResultOfAFunctionWithoutReturnIsReportedBelowItsBody() {
        assertThat(fails("""
                def double(x):
                    y = x * 2
                §§
                z = double(2) + 1
                """, EvalCode.FUNCTION_WITHOUT_RETURN).fixes().getFirst().replacement()).isEqualTo("    return y\n");
        compiles("""
                def double(x):
                    y = x * 2
                    return y
                z = double(2) + 1
                """);
    }

    @Test
    void aFunctionWithoutReturnMayBeCalledForWhatItDoes() {
        compiles("""
                codes = []
                def add(code):
                    codes.append(code)
                add("a")
                """);
    }

    @Test
    void aMistakeInAFunctionIsReportedOnceHoweverOftenItIsCalled() {
        fails("""
                def f(x):
                    return x + §missing§
                a = [f(i) for i in range(5)]
                b = f(1) + f(2)
                """, EvalCode.UNKNOWN_NAME);
    }

    @Test
    void aNameThatIsNoFunctionIsNotCalled() {
        fails("x = 3\ny = §x§(2)\n", EvalCode.NOT_CALLABLE);
        compiles("x = 3\ny = x * (2)\n");
    }

    @Test
    void aDecoratorOnAFunctionIsRefused() {
        assertThat(Script.of("def f(g):\n    return g\n@f\ndef h():\n    return 1\n").run().errors()).hasSize(1);
    }

    @Test
    void returnOutsideOfAFunctionIsReportedOnce() {
        assertThat(Script.of("return 3\n").run().errors()).hasSize(1);
        assertThat(Script.of("break\n").run().errors()).hasSize(1);
    }
}
