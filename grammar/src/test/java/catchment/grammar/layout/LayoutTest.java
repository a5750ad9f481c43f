package catchment.grammar.layout;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

/** What a layout looks like. */
final class LayoutTest {
    private static void becomes(String text, String laidOut) {
        assertThat(Layout.of(new SourceText("d.py", text))).isEqualTo(laidOut);
        assertThat(Layout.of(new SourceText("d.py", laidOut))).as("laid out anew").isEqualTo(laidOut);
    }

    @Test
    void spacesStandWhereTheyBelong() {
        becomes(
                "x=-1+ 2 ** y [ 0 ] [1 : -2]\nf( a,b = 1,*c,** d )\nprint (not x,~ y , 1 .real)\ng=lambda a,b = 2:a\nd={'a':1 , **e}\n",
                "x = -1 + 2 ** y[0][1:-2]\nf(a, b=1, *c, **d)\nprint(not x, ~y, 1 .real)\ng = lambda a, b=2: a\nd = {'a': 1, **e}\n");
        becomes("from . import a\nfrom .. b import c\nfrom x import(d,e)\nfrom y import *\n", "from . import a\nfrom ..b import c\nfrom x import (d, e)\nfrom y import *\n");
        becomes("def f(a:int=1,*,b = 2)->str :\n  return f'{a !r:>{b}}'\n", "def f(a: int = 1, *, b=2) -> str:\n    return f'{a !r:>{b}}'\n");
    }

    @Test
    void aLineThatFitsIsOneLineAndCommasBehindTheLastElementSayNothing() {
        becomes("x = [\n    1,\n    2,\n]\nt = (\n  1,\n)\nfrom a import (\n  b,\n)\n", "x = [1, 2]\nt = (1,)\nfrom a import (b)\n");
        becomes("x = a \\\n    + b\n", "x = a + b\n");
    }

    @Test
    void aLineThatIsTooLongIsOpenedAtItsBrackets() {
        String long1 = "first_condition_of_the_population";
        String long2 = "second_condition_of_the_population";
        becomes(
                "dataset.define_population(" + long1 + " & " + long2 + " & c)\n",
                "dataset.define_population(\n    " + long1 + " & " + long2 + " & c\n)\n");
        becomes(
                "dataset.define_population(" + long1 + " & " + long2 + " & " + long1 + " | d)\n",
                "dataset.define_population(\n    " + long1 + "\n    & " + long2 + "\n    & " + long1 + "\n    | d\n)\n");
        becomes(
                "measures.define_measure(name='" + long1 + "', numerator=" + long2 + ", denominator=b)\n",
                "measures.define_measure(\n    name='" + long1 + "',\n    numerator=" + long2 + ",\n    denominator=b,\n)\n");
        becomes(
                "x = (events.where(" + long1 + ").sort_by(" + long2 + ").last_for_patient())\n",
                "x = (\n    events.where(" + long1 + ")\n    .sort_by(" + long2 + ")\n    .last_for_patient()\n)\n");
    }

    @Test
    void aCaseHasOneBranchALine() {
        becomes("x = case(when(a).then(1), otherwise=2)\n", "x = case(\n    when(a).then(1),\n    otherwise=2,\n)\n");
    }

    @Test
    void commentsStayWithWhatTheyAreAbout() {
        becomes("#!run\n#a\nx = 1 #b\nif x:\n  y = 1\n    #c\n  #d\n#e\nz = 1", "#!run\n# a\nx = 1  # b\nif x:\n    y = 1\n    # c\n    # d\n# e\nz = 1\n");
        becomes("x = [ #a\n1, #b\n2 #c\n#d\n]  #e\n", "x = [  # a\n    1,  # b\n    2,  # c\n    # d\n]  # e\n");
        becomes("x = (a # one\n  & b # two\n  )\n", "x = (\n    a  # one\n    & b  # two\n)\n");
        becomes("f(a, # one\n  b)\n", "f(\n    a,  # one\n    b,\n)\n");
    }

    @Test
    void emptyLinesAreFewAndStandAroundFunctions() {
        becomes(
                "\n\nimport a\n\n\n\nx = 1\n# about f\n@g\ndef f():\n\n    y = 1\n\n\n    return y\nz = f()\n",
                "import a\n\n\nx = 1\n\n\n# about f\n@g\ndef f():\n    y = 1\n\n    return y\n\n\nz = f()\n");
        becomes("class A(B):\n    x = 1\n    def f(self):\n        pass\n    y = 1\n", "class A(B):\n    x = 1\n\n    def f(self):\n        pass\n\n    y = 1\n");
    }

    @Test
    void oneStatementStandsOnALine() {
        becomes("a = 1; b = 2;\nif a: c = 3; d = 4 # e\nelse: pass\n", "a = 1\nb = 2\nif a:\n    c = 3\n    d = 4  # e\nelse:\n    pass\n");
    }

    @Test
    void textsAndLineEndsStayAsTheyAre() {
        becomes("x = '''a\n   b  \n'''\n", "x = '''a\n   b  \n'''\n");
        becomes("x=1\r\ny=2\r\n", "x = 1\r\ny = 2\r\n");
        becomes("", "");
        becomes("# only\n", "# only\n");
    }
}
