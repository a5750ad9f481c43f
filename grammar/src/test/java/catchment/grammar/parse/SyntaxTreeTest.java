package catchment.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyntaxTreeTest {
    private static String tree(String text) {
        return Trees.print(Parsing.reads(text).module()).strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {
        "a + b - c * d // e ¦ (a + b - (c * d // e))",
        "a | b & c ^ d ¦ (a | ((b & c) ^ d))",
        "a | b | c ¦ (a | b | c)",
        "a << b >> c ¦ (a << b >> c)",
        "-a ** -b ** c ¦ -(a ** -(b ** c))",
        "~a & ~~b ¦ (~a & ~~b)",
        "a == 1 | b ¦ (a == (1 | b))",
        "a < b <= c != d ¦ (a < b <= c != d)",
        "a in b ¦ (a in b)",
        "a not in b ¦ (a not in b)",
        "a is not None ¦ (a is not None)",
        "not a == b ¦ not (a == b)",
        "not not a ¦ not not a",
        "a and not b or c and d ¦ ((a and not b) or (c and d))",
        "a if b else c if d else e ¦ (a if b else (c if d else e))",
        "lambda: 1 ¦ lambda() 1",
        "lambda x, y=2, *z, k, **r: x + y ¦ lambda(x, y:2, *z, =k, **r) (x + y)",
        "a.b(c)[d].e ¦ a.b(c)[d].e",
        "a[1:2] ¦ a[1:2:]",
        "a[:] ¦ a[::]",
        "a[::2] ¦ a[::2]",
        "a[1:, b] ¦ a[bare(1::, b)]",
        "a[-1] ¦ a[-1]",
        "f(a, *b, c=d, **e) ¦ f(a, *b, c=d, **e)",
        "f(a, b,) ¦ f(a, b)",
        "f(x for x in y if x) ¦ f(generator(x for x in y if x))",
        "[x for x in y if x if z for w in x] ¦ [list(x for x in y if x if z for w in x)]",
        "{k: v for k, v in d.items()} ¦ dict(k: v for bare(k, v) in d.items())",
        "{x for x in y} ¦ set(x for x in y)",
        "(x for x in y) ¦ generator(x for x in y)",
        "[] ¦ []",
        "() ¦ tuple()",
        "{} ¦ {}",
        "(a) ¦ <a>",
        "(a,) ¦ tuple(a)",
        "a, ¦ bare(a)",
        "a, *b ¦ bare(a, *b)",
        "{a, b} ¦ {a, b}",
        "{'a': 1, **b, 'c': 2} ¦ {'a': 1, **b, 'c': 2}",
        "[*a, b] ¦ [*a, b]",
        "True, False, None ¦ bare(True, False, None)",
        "match.case(type) ¦ match.case(type)",
    })
    void valuesAreReadByPrecedence(String text, String tree) {
        String expected = tree.startsWith("[list(") ? tree.substring(1, tree.length() - 1) : tree;
        assertThat(tree("v = " + text)).isEqualTo("v = " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {
        "0 ¦ 0", "00 ¦ 0", "1_000 ¦ 1000", "0x_fF ¦ 255", "0o17 ¦ 15", "0b101 ¦ 5",
        "123456789012345678901234567890 ¦ 123456789012345678901234567890",
        "1.5 ¦ 1.5", ".5 ¦ 0.5", "5. ¦ 5.0", "1e3 ¦ 1000.0", "1_0.2_5e-1 ¦ 1.025", "1E+2 ¦ 100.0",
    })
    void numbersAreReadInEveryForm(String text, String value) {
        assertThat(tree("v = " + text)).isEqualTo("v = " + value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {
        "'a\"b' ¦ 'a\"b'",
        "\"it's\" ¦ 'it's'",
        "'a' \"b\" 'c' ¦ 'abc'",
        "r'\\d' ¦ '\\d'",
        "'\\x41\\u0042\\U00000043\\104' ¦ 'ABCD'",
        "'\\N{BULLET}' ¦ '•'",
        "'\\q' ¦ '\\q'",
        "u'a' ¦ 'a'",
        "'''a\"'b''' ¦ 'a\"'b'",
        "'\\'' ¦ '''",
    })
    void stringsAreReadInEveryForm(String text, String value) {
        assertThat(tree("v = " + text)).isEqualTo("v = " + value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {
        "f'a{b}c' ¦ f'a{b}c'",
        "f'{a.b(c)[0]}' ¦ f'{a.b(c)[0]}'",
        "f'{a!r:>10}' ¦ f'{a!r:>10}'",
        "f'{a:{w}.{p}}' ¦ f'{a:{w}.{p}}'",
        "f'{{{a}}}' ¦ f'{{a}}'",
        "f'{a=}' ¦ f'{<a=>a}'",
        "f'{a = !s}' ¦ f'{<a = >a!s}'",
        "f'{d['k']}' ¦ f'{d['k']}'",
        "f'{f'{a}'}' ¦ f'{f'{a}'}'",
        "f'{a != b}' ¦ f'{(a != b)}'",
        "f'{(lambda x: x)(1)}' ¦ f'{<lambda(x) x>(1)}'",
        "f'{ {1: 2}[1] }' ¦ f'{{1: 2}[1]}'",
        "f'{day:%Y-%m-%d}' ¦ f'{day:%Y-%m-%d}'",
        "'a' f'{b}' 'c' ¦ f'a{b}c'",
        "f'\\n{a}' ¦ f'\\n{a}'",
        "fr'\\d{a}' ¦ f'\\d{a}'",
        "f'{a,b}' ¦ f'{bare(a, b)}'",
        "f'{a if b else c}' ¦ f'{(a if b else c)}'",
    })
    void fStringsAreReadWithTheirValues(String text, String value) {
        assertThat(tree("v = " + text)).isEqualTo("v = " + value.replace("\\n", "\n"));
    }

    @Test
    void longFStringsHoldLinesAndQuotes() {
        assertThat(tree("v = f\"\"\"one \"two\" {a\n} {b:\n>3}\nend\"\"\"")).isEqualTo("v = f'one \"two\" {a} {b:\n>3}\nend'");
    }

    @Test
    void statementsOfEveryKindAreRead() {
        String text = """
                '''About the study.'''
                import codelists
                import a.b as c, d
                from ehrql import (
                    create_dataset,
                    days as d,  # why
                )
                from ..lib import *
                from . import x
                a = b = 1
                a, (b, *c) = f()
                x: int = 3
                y: "date"
                x += 1; y |= 2
                d[k] = 1
                del d[k], e.f
                assert x, "no"
                raise ValueError(f"bad {x}") from None
                for i, (j, k) in enumerate(z):
                    if i: continue
                    break
                else:
                    pass
                with open("a") as f, open("b"):
                    data = json.load(f)
                with (open("a") as f, open("b") as g,):
                    pass
                """;
        assertThat(tree(text)).isEqualTo("""
                'About the study.'
                import codelists
                import a.b as c, d
                from ehrql import create_dataset, days as d
                from ..lib import *
                from . import x
                a = b = 1
                bare(a, tuple(b, *c)) = f()
                x: int = 3
                y: 'date'
                x += 1
                y |= 2
                d[k] = 1
                del d[k], e.f
                assert x, 'no'
                raise ValueError(f'bad {x}')
                for bare(i, tuple(j, k)) in enumerate(z)
                    if i
                        continue

                    break
                else
                    pass

                with open('a') as f, open('b')
                    data = json.load(f)

                with open('a') as f, open('b') as g
                    pass""");
    }

    @Test
    void functionsAndTableClassesAreRead() {
        String text = """
                def had(codes, /, before=None, *rest, on: "date" = 1, **more) -> bool:
                    "Whether there is one."

                    def inner(): return codes
                    return inner()

                @table
                class events(EventFrame):
                    code = Series(str)

                    @property
                    def latest(self):
                        return self.sort_by(self.date)
                """;
        assertThat(tree(text).replaceAll("\n\n+", "\n")).isEqualTo("""
                def had(/codes, before:None, *rest, =on:1, **more)
                    'Whether there is one.'
                    def inner()
                        return codes
                    return inner()
                @table class events(EventFrame)
                    code = Series(str)
                    @property def latest(self)
                        return self.sort_by(self.date)""");
        Statement first = Parsing.reads(text).module().statements().getFirst();
        assertThat(((Statement.FunctionDefinition) first).docstring()).contains("Whether there is one.");
    }

    @Test
    void linesJoinWithinBracketsAndAfterABackslash() {
        String text = "a = (b  # one\n\n  # two\n  + c)\nd = e + \\\n  f\nif (a and\nb): g = 1\n";
        assertThat(tree(text)).isEqualTo("a = <(b + c)>\nd = (e + f)\nif <(a and b)>\n    g = 1");
    }

    @Test
    void blankLinesAndCommentsOfAnyIndentationMeanNothing() {
        assertThat(tree("if a:\n    b = 1\n\n  # less\n        # more\n\n    c = 2\n# none\nd = 3"))
                .isEqualTo("if a\n    b = 1\n    c = 2\n\nd = 3");
    }

    @Test
    void tabsMeasureAsPythonMeasuresThem() {
        assertThat(tree("if a:\n\tif b:\n\t    c = 1\n\td = 2\n")).isEqualTo("if a\n    if b\n        c = 1\n\n    d = 2");
    }

    @Test
    void elseBelongsToTheNearestIfOfItsColumn() {
        assertThat(tree("if a:\n  if b:\n    c\n  elif d:\n    e\nelse:\n  f"))
                .isEqualTo("if a\n    if b\n        c\n    or if d\n        e\n\nelse\n    f");
    }

    @Test
    void anEmptyTextIsAnEmptyModule() {
        assertThat(Parsing.reads("").module().statements()).isEmpty();
        assertThat(Parsing.reads("\n\n# nothing\n").module().statements()).isEmpty();
        assertThat(Parsing.reads("\ufeff").module().statements()).isEmpty();
    }

    @Test
    void namesAreComparedAsPythonComparesThem() {
        assertThat(tree("größe = ﬁt")).isEqualTo("größe = fit");
    }

    @Test
    void aChainOfOneOperatorIsOneNode() {
        Statement.Assign assign = (Statement.Assign) Parsing.reads("x = a | b | c | d").module().statements().getFirst();
        assertThat(((Expression.Binary) assign.value()).steps()).hasSize(3);
    }

    @Test
    void aStatementThatIsRefusedKeepsTheNamesItWouldBind() {
        String text = "try:\n    import a.b, c as d\n    dataset.age = n = 1\nexcept ValueError as e:\n    def f(): pass\n";
        assertThat(Trees.print(Parsing.parse(text).module())).isEqualTo("unsupported [a, d, dataset.age, n, f]\n");
    }

    @Test
    void aLineThatCannotBeReadKeepsTheNamesItWouldBind() {
        assertThat(Trees.print(Parsing.parse("dataset.age = ) ) 3 4 (").module())).isEqualTo("unsupported [dataset.age]\n");
    }
}
