package catchment.compiler.eval;

import static catchment.compiler.eval.Script.compiles;
import static catchment.compiler.eval.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of Python's standard library that definitions use. */
final class StandardLibraryTest {
    @Test
    void theWordsOfTheCommandLineAreAList() {
        Map<String, String> values = Script.of("""
                import sys
                import argparse
                a = sys.argv[1:]
                b = sys.argv[0]
                c = str(sys.argv)
                d = [w for w in sys.argv[-2:]]
                parser = argparse.ArgumentParser()
                parser.add_argument("--a", type=int)
                known, unknown = parser.parse_known_args()
                e = known.a
                """).arguments("--a", "1", "--zz", "q", "w").values();
        assertThat(values)
                .containsEntry("a", "['--a', '1', '--zz', 'q', 'w']")
                .containsEntry("b", "'analysis/definition.py'")
                .containsEntry("c", "\"['analysis/definition.py', '--a', '1', '--zz', 'q', 'w']\"")
                .containsEntry("d", "['q', 'w']")
                .containsEntry("e", "1")
                .containsEntry("unknown", "['--zz', 'q', 'w']");
    }

    @Test
    void whatIsPrintedIsWhatAFormattedTextHas() {
        assertThat(Script.of("""
                import logging, sys
                from datetime import datetime, timedelta
                from pathlib import Path
                from ehrql.tables.core import patients
                print(sys.argv[1:], range(3), {"a": 1}.items(), {"a": 1}.keys(), {"a": 1}.values())
                print(datetime(2024, 1, 2, 3, 4, 5), timedelta(days=2), Path("a/b"))
                logging.info("n=%d of %s", 3, "x")
                logging.info("100%")
                """).run().diagnostics())
                .extracting(catchment.grammar.diagnostic.Diagnostic::message)
                .containsExactly(
                        "[] range(0, 3) dict_items([('a', 1)]) dict_keys(['a']) dict_values([1])",
                        "2024-01-02 03:04:05 2 days, 0:00:00 a/b",
                        "n=3 of x",
                        "100%");
    }

    @Test
    void datesAreMadeReadWrittenAndMoved() {
        Map<String, String> values = Script.of("""
                from datetime import date, datetime, timedelta
                a = date(2024, 2, 29)
                b = str(a + timedelta(days=1))
                c = (date(2024, 3, 1) - a).days
                d = datetime.strptime("31/03/2024", "%d/%m/%Y").date().isoformat()
                e = date.fromisoformat("2024-01-31").strftime("%Y-%m-%d %d %B %y")
                f = str(date.today())
                g = f"{a:%d %b %Y}"
                h = a < date(2024, 3, 1)
                i = a.replace(year=2020).year
                j = str(datetime(2024, 1, 2, 3, 4, 5))
                k = str(timedelta(weeks=1, hours=5))
                l = max(a, date(2025, 1, 1)).isoformat()
                m = {a: 1}[date(2024, 2, 29)]
                n = isinstance(a, date)
                o = a.weekday()
                """).values();
        assertThat(values)
                .containsEntry("a", "datetime.date(2024, 2, 29)")
                .containsEntry("b", "'2024-03-01'")
                .containsEntry("c", "1")
                .containsEntry("d", "'2024-03-31'")
                .containsEntry("e", "'2024-01-31 31 January 24'")
                .containsEntry("f", "'2026-01-31'")
                .containsEntry("g", "'29 Feb 2024'")
                .containsEntry("h", "True")
                .containsEntry("i", "2020")
                .containsEntry("j", "'2024-01-02 03:04:05'")
                .containsEntry("k", "'7 days, 5:00:00'")
                .containsEntry("l", "'2025-01-01'")
                .containsEntry("m", "1")
                .containsEntry("n", "True")
                .containsEntry("o", "3");
    }

    @Test
    void theClockIsTheOneThatTheRunWasGiven() {
        assertThat(Script.of("""
                from datetime import date, datetime
                a = datetime.today().strftime("%d_%m_%Y_%H_%M")
                b = datetime.now().date() == date.today()
                """).values()).containsEntry("a", "'31_01_2026_09_30'").containsEntry("b", "True");
    }

    @Test
    void aDayThatIsInNoCalendarIsReported() {
        fails("import datetime\nx = §datetime.date(2021, 2, 29)§\n", EvalCode.DATE_NOT_REAL);
        fails("from datetime import date\nx = date.fromisoformat(§\"2021-13-01\"§)\n", EvalCode.DATE_NOT_REAL);
        compiles("import datetime\nx = datetime.date(2024, 2, 29)\n");
    }

    @Test
    void reduceAndOperatorsFoldLists() {
        Map<String, String> values = Script.of("""
                import functools, operator
                from functools import reduce
                a = reduce(operator.or_, [True, False])
                b = functools.reduce(lambda x, y: x + y, [1, 2, 3], 10)
                c = reduce(operator.add, ["a", "b"])
                """).values();
        assertThat(values).containsEntry("a", "True").containsEntry("b", "16").containsEntry("c", "'ab'");
    }

    @Test
    void jsonIsReadFromFilesOfTheStudy() {
        Map<String, String> values = Script.of("""
                import json
                from pathlib import Path
                with open("output/dates.json") as f:
                    a = json.load(f)
                b = json.loads(Path("output/dates.json").read_text())["list"][1]
                c = json.load(open(Path("output") / "dates.json"))["start"]
                """).with("output/dates.json", "{\"start\": \"2024-01-01\", \"list\": [1, 2.5, null, true]}").values();
        assertThat(values)
                .containsEntry("a", "{'start': '2024-01-01', 'list': [1, 2.5, None, True]}")
                .containsEntry("b", "2.5")
                .containsEntry("c", "'2024-01-01'");
    }

    @Test
    void aFileThatIsNotThereOrOutsideIsReported() {
        fails("x = open(§\"nothing.json\"§)\n", EvalCode.FILE_MISSING);
        fails("x = open(§\"../secret\"§)\n", EvalCode.FILE_NOT_READABLE);
        fails("x = open(§\"/etc/passwd\"§)\n", EvalCode.FILE_NOT_READABLE);
    }

    @Test
    void theFolderAboveAResolvedRootIsOutside() {
        Script above = Script.of("from pathlib import Path\nx = (Path(__file__).resolve().parent.parent.parent / \"codes.txt\").read_text()\n").with("codes.txt", "a");
        assertThat(above.run().errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(EvalCode.FILE_NOT_READABLE);
            assertThat(error.hints()).singleElement().asString().contains("relative to the study's root");
        });
        assertThat(Script.of("from pathlib import Path\nx = (Path(__file__).resolve().parents[1] / \"codes.txt\").read_text()\n").with("codes.txt", "a").values())
                .containsEntry("x", "'a'");
    }

    @Test
    void whatIsRefusedByNameIsNotOfferedInsteadOfAnotherName() {
        assertThat(fails("import os\nx = os.§walk§(\"/\")\n", EvalCode.NAME_NOT_IN_MODULE).hints().toString()).contains("listdir").doesNotContain("popen");
    }

    @Test
    void aWidthBeyondReasonIsNamed() {
        assertThat(fails("x = §\"%0999999999d\" % 1§\n", EvalCode.FORMAT_SPECIFICATION).message()).contains("digits");
    }

    @Test
    void aFileThatIsNoJsonIsReportedInThatFile() {
        assertThat(Script.of("import json\nx = json.load(open(\"a.json\"))\n")
                        .with("a.json", "{\"a\": }")
                        .run()
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(EvalCode.JSON_FORMAT);
                    assertThat(error.span().file()).isEqualTo("a.json");
                });
    }

    @Test
    void argumentsAreParsedAsArgparseDoes() {
        String text = """
                import argparse, sys
                parser = argparse.ArgumentParser()
                parser.add_argument("--start-date", type=str, default="2020-01-01")
                parser.add_argument("--count", type=int)
                parser.add_argument("--flag", action="store_true")
                parser.add_argument("cohort", nargs="?", default="all")
                args = parser.parse_args()
                a = args.start_date
                b = args.count
                c = args.flag
                d = args.cohort
                e = len(sys.argv)
                f = sorted(vars(args))
                """;
        assertThat(Script.of(text).arguments("--start-date=2024-01-01", "--count", "3", "--flag", "old").values())
                .containsEntry("a", "'2024-01-01'")
                .containsEntry("b", "3")
                .containsEntry("c", "True")
                .containsEntry("d", "'old'")
                .containsEntry("e", "6")
                .containsEntry("f", "['cohort', 'count', 'flag', 'start_date']");
        assertThat(Script.of(text).values())
                .containsEntry("a", "'2020-01-01'")
                .containsEntry("b", "None")
                .containsEntry("c", "False")
                .containsEntry("d", "'all'");
    }

    @Test
    void anArgumentThatTheCommandLacksIsNamed() {
        fails("import sys\nx = §sys.argv[1]§\n", EvalCode.PARAMETER_MISSING);
        assertThat(Script.of("import sys\nx = sys.argv[1]\n").arguments("old").values()).containsEntry("x", "'old'");
        fails("""
                import argparse
                p = argparse.ArgumentParser()
                §p.add_argument("--start", required=True)§
                x = p.parse_args().start
                """, EvalCode.PARAMETER_MISSING);
    }

    @Test
    void aChoiceThatIsNoneOfThemIsReported() {
        assertThat(Script.of("""
                import argparse
                p = argparse.ArgumentParser()
                p.add_argument("--sex", choices=["female", "male"])
                x = p.parse_args().sex
                """).arguments("--sex", "f").run().errors())
                .extracting(error -> error.code())
                .containsExactly(EvalCode.PARAMETER_VALUE);
    }

    @Test
    void variablesCanBeReadAndSetByName() {
        Map<String, String> values = Script.of("""
                a_1 = 5
                x = globals()["a_1"]
                globals()["b"] = 6
                y = b
                def f(n):
                    return locals()["n"]
                z = f(3)
                w = "a_1" in globals()
                """).values();
        assertThat(values).containsEntry("x", "5").containsEntry("y", "6").containsEntry("z", "3").containsEntry("w", "True");
    }
}
