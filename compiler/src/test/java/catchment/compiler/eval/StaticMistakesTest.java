package catchment.compiler.eval;

import static catchment.compiler.eval.Script.compiles;
import static catchment.compiler.eval.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StaticMistakesTest {
    @Test
    void aListIsNotSubtractedFromAList() {
        assertThat(fails("a = [1, 2]\nb = §a - [1]§\n", EvalCode.LIST_MINUS).fixes().getFirst().replacement())
                .isEqualTo("set(a) - set([1])");
        compiles("a = [1, 2]\nb = set(a) - set([1])\n");
    }

    @Test
    void aTextAndANumberAreNotJoined() {
        fails("a = §\"age \" + 3§\n", EvalCode.OPERANDS);
        compiles("a = \"age \" + str(3)\n");
    }

    @Test
    void aCommaAtTheEndOfALineIsFoundWhereItHurts() {
        assertThat(fails("limit = 18§,§\nnext = limit + 1\n", EvalCode.TRAILING_COMMA).fixes().getFirst().replacement())
                .isEmpty();
        compiles("limit = 18\nnext = limit + 1\n");
        compiles("pair = 18,\nfor x in pair:\n    y = x\n");
    }

    @Test
    void aWholeNumberBeyond64BitsIsReported() {
        fails("a = §9223372036854775807 + 1§\n", EvalCode.NUMBER_TOO_LARGE);
        fails("a = §9999999999999999999§\n", EvalCode.NUMBER_TOO_LARGE);
        compiles("a = 9223372036854775806 + 1\n");
    }

    @Test
    void divisionByZeroIsReported() {
        fails("a = §1 / 0§\n", EvalCode.DIVISION_BY_ZERO);
        fails("a = §1 % 0§\n", EvalCode.DIVISION_BY_ZERO);
        compiles("a = 1 / 1\n");
    }

    @Test
    void aMissingKeyGetsTheNearestOne() {
        assertThat(fails("a = {\"asthma\": 1}\nb = a[§\"astma\"§]\n", EvalCode.KEY_MISSING).hints().getFirst())
                .contains("asthma");
        compiles("a = {\"asthma\": 1}\nb = a[\"asthma\"]\n");
    }

    @Test
    void anIndexBeyondTheEndIsReported() {
        fails("a = [1, 2]\nb = a[§2§]\n", EvalCode.INDEX_OUT_OF_RANGE);
        compiles("a = [1, 2]\nb = a[1] + a[-2]\n");
    }

    @Test
    void aMethodOfAnotherLanguageGetsItsNameHere() {
        assertThat(fails("a = []\na.§push§(1)\n", EvalCode.UNKNOWN_ATTRIBUTE).fixes().getFirst().replacement())
                .isEqualTo("append");
        assertThat(fails("a = \"x\".§trim§()\n", EvalCode.UNKNOWN_ATTRIBUTE).fixes().getFirst().replacement())
                .isEqualTo("strip");
        assertThat(fails("a = {1}\na.§append§(2)\n", EvalCode.UNKNOWN_ATTRIBUTE).fixes().getFirst().replacement())
                .isEqualTo("add");
        compiles("a = []\na.append(1)\n");
    }

    @Test
    void aMethodThatIsNotCalledIsFoundWhereItIsGoneThrough() {
        assertThat(fails("a = {1: 2}\nfor k, v in §a.items§:\n    b = k\n", EvalCode.CALL_MISSING).fixes()).hasSize(1);
        compiles("a = {1: 2}\nfor k, v in a.items():\n    b = k\n");
    }

    @Test
    void aNumberIsNotGoneThrough() {
        fails("for i in §3§:\n    x = i\n", EvalCode.NOT_ITERABLE);
        compiles("for i in range(3):\n    x = i\n");
    }

    @Test
    void namesAndValuesMustBeAsMany() {
        fails("§a, b§ = [1, 2, 3]\n", EvalCode.UNPACK_COUNT);
        compiles("a, b, c = [1, 2, 3]\nd, *e = [1, 2, 3]\n");
    }

    @Test
    void aListIsNoKey() {
        fails("a = {§[1]§: 2}\n", EvalCode.NOT_A_KEY);
        compiles("a = {(1,): 2}\n");
    }

    @Test
    void aSetHasNoPlaces() {
        fails("a = {1, 2}\nb = §a[0]§\n", EvalCode.NOT_SUBSCRIPTABLE);
        compiles("a = {1, 2}\nb = sorted(a)[0]\n");
    }

    @Test
    void aTupleIsNotChanged() {
        fails("a = (1, 2)\n§a[0]§ = 3\n", EvalCode.NOT_ASSIGNABLE);
        compiles("a = [1, 2]\na[0] = 3\n");
    }

    @Test
    void aTextThatIsNoNumberIsShown() {
        fails("a = §int(\"x1\")§\n", EvalCode.NUMBER_TEXT);
        compiles("a = int(\"1\")\n");
    }

    @Test
    void anElementThatIsNotThereIsNotRemoved() {
        fails("a = [\"x\"]\na.remove(§\"y\"§)\n", EvalCode.ELEMENT_MISSING);
        compiles("a = [\"x\"]\na.remove(\"x\")\n");
    }

    @Test
    void aFormatWithoutMeaningIsReported() {
        fails("a = f\"§{'x':d}§\"\n", EvalCode.FORMAT_SPECIFICATION);
        compiles("a = f\"{3:d}\"\n");
    }

    @Test
    void aBuiltinFunctionWantsTheRightKind() {
        fails("a = len(§3§)\n", EvalCode.ARGUMENT_KIND);
        compiles("a = len([3])\n");
    }

    @Test
    void raisedErrorsAndAssertionsStopTheModuleOnce() {
        fails("cohort = \"x\"\nif cohort != \"a\":\n    §raise ValueError(\"no such cohort\")§\ny = undefined\n", EvalCode.RAISED);
        fails("§assert 1 > 2, \"no\"§\ny = undefined\n", EvalCode.ASSERTION_FAILED);
        compiles("assert 1 < 2\n");
    }

    @Test
    void aClassThatIsNoTableIsRefused() {
        fails("class §Cohort§:\n    size = 3\n", EvalCode.CLASS_WITHOUT_TABLE);
        compiles("""
                from ehrql.tables import PatientFrame, Series, table
                @table
                class cohort(PatientFrame):
                    size = Series(int)
                """);
    }

    @Test
    void aDefinitionThatEndsItselfIsReported() {
        fails("import sys\n§sys.exit(1)§\n", EvalCode.DEFINITION_EXITS);
    }

    @Test
    void whatIsPrintedIsANote() {
        Script.Outcome outcome = Script.of("for i in range(2):\n    print(\"n\", i)\n").run();
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.diagnostics()).extracting(found -> found.message()).containsExactly("n 0", "n 1");
    }
}
