package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.parse.SyntaxCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One mistake, one message, also where a line cannot be read as it stands. */
final class ConsequencesTest {
    private static List<Diagnostic> diagnostics(String snippet) {
        return Checked.compile(Map.of("definition.ehrql", Checked.DATASET + snippet), List.of()).diagnostics();
    }

    @Test
    void theFallbackOfACaseIsNotCalledElse() {
        assertThat(fails("dataset.x = case(when(patients.sex == \"male\").then(\"a\"), ^else^=\"b\")", SyntaxCode.KEYWORD_AS_NAME).fixes().getFirst().replacement())
                .isEqualTo("otherwise");
        compiles("dataset.x = case(when(patients.sex == \"male\").then(\"a\"), otherwise=\"b\")");
    }

    @Test
    void aWordOfTheLanguageAsAnArgumentIsNotUnknownToo() {
        assertThat(diagnostics("def double(number): return number * 2\nx = double(else=2)"))
                .extracting(Diagnostic::code).containsExactly(SyntaxCode.KEYWORD_AS_NAME);
    }

    @Test
    void whatCannotBePrintedIsNoNote() {
        assertThat(diagnostics("print(\"age\", unknown)")).extracting(Diagnostic::code).containsExactly(EvalCode.UNKNOWN_NAME);
        assertThat(diagnostics("print(unknown, [1, unknown])")).extracting(Diagnostic::code).containsOnly(EvalCode.UNKNOWN_NAME);
    }

    @Test
    void aPrintStatementIsNotCarriedOutToo() {
        assertThat(diagnostics("x = 1\nprint x")).extracting(Diagnostic::code).containsExactly(SyntaxCode.PRINT_STATEMENT);
        // A name that is unknown wherever it stands is another mistake.
        assertThat(diagnostics("print unknown")).extracting(Diagnostic::code).containsExactly(SyntaxCode.PRINT_STATEMENT, EvalCode.UNKNOWN_NAME);
    }

    @Test
    void aNameBesideAForeignCharacterIsNotUnknownToo() {
        assertThat(diagnostics("x = y?")).extracting(Diagnostic::code).containsExactly(SyntaxCode.CHARACTER_UNKNOWN);
        assertThat(diagnostics("x = $y")).extracting(Diagnostic::code).containsExactly(SyntaxCode.CHARACTER_UNKNOWN);
        assertThat(diagnostics("x = $study_start + unknown")).extracting(Diagnostic::code).containsExactly(SyntaxCode.CHARACTER_UNKNOWN, EvalCode.UNKNOWN_NAME);
    }

    @Test
    void aMethodWithSquareBracketsIsOneMistakeHoweverTheyClose() {
        fails("dataset.x = patients.age_on^[^study_start)", EvalCode.NOT_SUBSCRIPTABLE);
        fails("dataset.x = patients.age_on^[^study_start]", EvalCode.NOT_SUBSCRIPTABLE);
        fails("dataset.x = clinical_events.^where^[clinical_events.date > study_start].exists_for_patient()", QueryCode.METHOD_NOT_CALLED);
        fails("dataset.x = clinical_events.^where^[clinical_events.date > study_start).exists_for_patient()", QueryCode.METHOD_NOT_CALLED);
        fails("dataset.x = clinical_events.where^{^clinical_events.date > study_start}.exists_for_patient()", SyntaxCode.BRACKET_MISMATCH);
        compiles("dataset.x = patients.age_on(study_start)");
        // Elsewhere the bracket that closes is the wrong one.
        fails("x = [1, 2^)^", SyntaxCode.BRACKET_MISMATCH);
    }

    @Test
    void oneSignForAnotherHidesNoOtherMistakeOfItsLine() {
        assertThat(diagnostics("dataset.x = clinical_events.where(clinical_events.snomedct_code = \"195967001\" and clinical_events.date > \"2020-13-01\").exists_for_patient()"))
                .extracting(Diagnostic::code)
                .containsExactly(SyntaxCode.ASSIGN_IN_EXPRESSION, QueryCode.WORD_OPERATOR, QueryCode.DATE_IMPOSSIBLE);
        assertThat(diagnostics("dataset.x = case(when((patients.sex = \"male\") or (patients.date_of_birth > \"2020-02-30\")).then(1), otherwise=unknown)"))
                .extracting(found -> found.code().id())
                .containsExactly("assign-in-expression", "word-operator", "date-impossible", "unknown-name");
    }

    @Test
    void oneSignForAnotherIsOneMistake() {
        assertThat(diagnostics("dataset.x = clinical_events.where(clinical_events.snomedct_code = \"195967001\").exists_for_patient()"))
                .extracting(Diagnostic::code).containsExactly(SyntaxCode.ASSIGN_IN_EXPRESSION);
        assertThat(diagnostics("dataset.x = case(when(patients.sex == \"male\").then(1), otherwise=2, patients.sex = \"x\")"))
                .extracting(Diagnostic::code).contains(SyntaxCode.ASSIGN_IN_EXPRESSION).doesNotContain(SyntaxCode.ARGUMENT_ORDER);
    }

    @Test
    void aDateThatIsImpossibleDoesNotHideTheWordBesideIt() {
        assertThat(diagnostics("dataset.x = clinical_events.where((clinical_events.date == \"2020-13-01\") and (clinical_events.date > study_start)).exists_for_patient()"))
                .extracting(Diagnostic::code).containsExactly(QueryCode.DATE_IMPOSSIBLE, QueryCode.WORD_OPERATOR);
        assertThat(diagnostics("x = (unknown == 1) and (unknown == 2) and 3")).extracting(Diagnostic::code).containsOnly(EvalCode.UNKNOWN_NAME);
    }
}
