package catchment.compiler.query;

import static catchment.compiler.query.Checked.DATASET;
import static catchment.compiler.query.Checked.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JoinedTextsTest {
    private static List<Diagnostic> found(String snippet) {
        return Checked.compile(Map.of("definition.ehrql", DATASET + snippet), List.of()).diagnostics();
    }

    private static String is(String list) {
        return "dataset.x = clinical_events.where(clinical_events.snomedct_code.is_in(" + list + ")).exists_for_patient()";
    }

    @Test
    void aListOfCodesThatJoinIsWarnedOf() {
        for (String list : List.of("[\"1959670\" \"3045270\"]", "[\n\"1959670\"\n\"3045270\",\n\"13645005\"]", "{\"13645005\", '1959670' \"3045270\"}")) {
            assertThat(found(is(list))).as(list).singleElement().satisfies(warning -> {
                assertThat(warning.code()).isEqualTo(EvalCode.COMMA_MISSING_BETWEEN_TEXTS);
                assertThat(warning.isError()).isFalse();
                assertThat(warning.fixes()).singleElement().satisfies(fix -> assertThat(fix.replacement()).isEqualTo(","));
            });
        }
        assertThat(found("words = [\"a\" \"b\" \"c\", \"d\" \"e\"]")).singleElement().satisfies(warning ->
                assertThat(warning.fixes().getFirst().replacement()).isEqualTo("\"a\", \"b\", \"c\""));
    }

    @Test
    void theErrorOfAJoinedTextIsTheMissingComma() {
        fails(is("[\"195967001\"^ ^\"30452700200\", \"13645005\"]"), EvalCode.COMMA_MISSING_BETWEEN_TEXTS);
        fails(is("[\n    \"195967001\"^\n    ^\"30452700200\"\n]"), EvalCode.COMMA_MISSING_BETWEEN_TEXTS);
        fails("dataset.x = patients.date_of_birth.is_on_or_between(\"2020-01-01\"^ ^\"2020-12-31\")", EvalCode.COMMA_MISSING_BETWEEN_TEXTS);
        fails("dataset.x = maximum_of(patients.date_of_birth, \"2020-01-01\"^ ^\"2020-12-31\")", EvalCode.COMMA_MISSING_BETWEEN_TEXTS);
        fails("def f(a, b):\n    return a\nx = f(\"a\"^ ^\"b\")", EvalCode.COMMA_MISSING_BETWEEN_TEXTS);
    }

    @Test
    void aLongTextMayBeWrittenInParts() {
        assertThat(found("notes = [\n    \"a long text, \"\n    \"and its end\",\n    \"another\",\n]")).isEmpty();
        assertThat(found("path = \"codelists\" \"/copd.csv\"\nnames = [(\"a\" \"b\")]\nprinted = str(\"a\" \"b\")")).isEmpty();
        assertThat(found(is("[\"1959670\"\n\"3045270\"][0:0]")).stream().filter(Diagnostic::isError)).isEmpty();
    }
}
