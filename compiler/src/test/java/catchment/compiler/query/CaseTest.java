package catchment.compiler.query;

import static catchment.compiler.query.Checked.compiles;
import static catchment.compiler.query.Checked.fails;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CaseTest {
    private static final String AGE = "age = patients.age_on(study_start)\n";

    @Test
    void hasBranchesOfOneType() {
        fails(AGE + "dataset.x = case(when(age < 10).then(\"a\"), when(age < 20).then(^2^), otherwise=\"c\")", QueryCode.CASE_TYPES_MIXED);
        fails(AGE + "dataset.x = when(age < 10).then(1).otherwise(^\"rest\"^)", QueryCode.CASE_TYPES_MIXED);
        fails(AGE + "dataset.x = case(when(age < 10).then(1.5), when(age < 20).then(^2^))", QueryCode.CASE_TYPES_MIXED);
        fails(AGE + "dataset.x = case(when(age < 10).then(\"2020-01-01\"), otherwise=^patients.date_of_birth^)", QueryCode.CASE_TYPES_MIXED);
        compiles(AGE + "dataset.x = case(when(age < 10).then(\"a\"), otherwise=None)");
    }

    @Test
    void isFinishedByOtherwise() {
        fails(AGE + "dataset.x = ^when(age < 10).then(1)^", QueryCode.WHEN_INCOMPLETE);
        fails(AGE + "dataset.x = ^when(age < 10).then(1)^ + 1", QueryCode.WHEN_INCOMPLETE);
        fails(AGE + "dataset.x = ^when(age < 10)^", QueryCode.WHEN_WITHOUT_THEN);
        fails(AGE + "dataset.x = case(^when(age < 10)^, when(age < 20).then(1))", QueryCode.WHEN_WITHOUT_THEN);
        fails(AGE + "dataset.x = when(age < 10).then(1).^when^(age < 20)", QueryCode.WHEN_INCOMPLETE);
        fails(AGE + "dataset.x = when(age < 10).then(1).^otherwize^(0)", QueryCode.UNKNOWN_METHOD);
    }

    @Test
    void takesBranchesOnly() {
        fails(AGE + "dataset.x = case(when(age < 10).then(1), ^2^)", QueryCode.CASE_BRANCH);
        fails(AGE + "dataset.x = case(^age < 10^, otherwise=1)", QueryCode.CASE_BRANCH);
        fails(AGE + "dataset.x = case(^when(age < 10).then(1).otherwise(2)^)", QueryCode.CASE_BRANCH);
        assertThat(fails(AGE + "dataset.x = case(when(age < 10).then(1), ^when(age < 20).then(2).otherwise(3)^)", QueryCode.CASE_BRANCH).fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.replacement()).isEqualTo(", otherwise=3"));
        assertThat(fails(AGE + "dataset.x = case(\n    ^when(age < 10).then(\"a.b(\").otherwise(\n        None)^,\n    when(age < 20).then(\"b\"),\n    otherwise=\"c\",\n)", QueryCode.CASE_BRANCH).fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.replacement()).isEmpty());
        assertThat(fails(AGE + "dataset.x = case(^when(age < 10).then(1).otherwise(3)^, when(age < 20).then(2))", QueryCode.CASE_BRANCH).hints())
                .first()
                .isEqualTo("leave `.otherwise(3)` out, and write `otherwise=3` once, at the end of the case");
        assertThat(fails(AGE + "dataset.x = case(when(age < 10).then(1), ^age^)", QueryCode.CASE_BRANCH).hints()).containsExactly("for all others: `otherwise=age`");
        fails("dataset.x = ^case(otherwise=1)^", QueryCode.CASE_EMPTY);
        fails(AGE + "dataset.x = ^case(when(age < 10).then(None))^", QueryCode.CASE_EMPTY);
        fails(AGE + "dataset.x = case(when(age < 10).then(1), when(^age < 10^).then(2))", QueryCode.CASE_REPEATED);
        fails(AGE + "dataset.x = case(when(age < 10).then(1), ^default^=2)", QueryCode.RENAMED_ARGUMENT);
        fails("dataset.x = case(when(^patients.sex^).then(1))", QueryCode.TYPE_MISMATCH);
        fails("dataset.x = case(when(^None^).then(1))", QueryCode.TYPE_MISMATCH);
    }
}
