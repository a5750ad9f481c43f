package catchment.compiler.lint;

import static catchment.compiler.lint.Linted.dataset;
import static catchment.compiler.lint.Linted.silent;
import static catchment.compiler.lint.Linted.speaks;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConditionsTest {
    @Test
    void conditionsThatExcludeEachOtherChooseNothing() {
        speaks(dataset("age = patients.age_on(day)\ndataset.x = ^(age < 18) & (age > 65)^\n"), LintCode.CONDITION_NEVER_TRUE);
        speaks(dataset("dataset.x = ^(patients.age_on(day) > 80) & ~(patients.age_on(day) > 70)^\n"), LintCode.CONDITION_NEVER_TRUE);
        speaks(
                dataset("dataset.x = apcs.where(^(apcs.admission_method == \"21\") & (apcs.admission_method == \"22\")^).exists_for_patient()\n"),
                LintCode.CONDITION_NEVER_TRUE);
        speaks(
                dataset("events = clinical_events.where(clinical_events.date >= day)\n"
                        + "dataset.x = events.where(^clinical_events.date < \"2022-01-01\"^).exists_for_patient()\n"),
                LintCode.CONDITION_NEVER_TRUE);
        speaks(dataset("died = patients.date_of_death\ndataset.x = ^died.is_null() & (died > day)^\n"), LintCode.CONDITION_NEVER_TRUE);
        silent(dataset("age = patients.age_on(day)\ndataset.x = (age < 18) | (age > 65)\ndataset.y = (age >= 18) & (age <= 18)\n"));
        silent(dataset("died = patients.date_of_death\ndataset.x = died.is_not_null() & (died > day)\n"));
    }

    @Test
    void conditionsThatExcludeEachOtherAreNamedAsTheyStand() {
        assertThat(speaks(dataset("age = patients.age_on(day)\ndataset.x = ^(age > 17) & ~(age >= 18)^\n"), LintCode.CONDITION_NEVER_TRUE).message())
                .isEqualTo("`age > 17` and `~(age >= 18)` are never true together, so nothing is chosen");
    }

    @Test
    void aWindowEndsAfterItBegins() {
        speaks(dataset("dataset.x = clinical_events.where(^clinical_events.date.is_on_or_between(day, patients.date_of_birth)^).exists_for_patient()\n"), LintCode.BETWEEN_REVERSED);
        speaks(dataset("dataset.x = clinical_events.where(^clinical_events.date.is_during((\"2023-12-31\", \"2023-01-01\"))^).exists_for_patient()\n"), LintCode.BETWEEN_REVERSED);
        speaks(
                dataset("first = medications.date.minimum_for_patient()\n"
                        + "dataset.x = clinical_events.where(^clinical_events.date.is_on_or_between(first, first - days(182))^).exists_for_patient()\n"),
                LintCode.BETWEEN_REVERSED);
        silent(
                dataset("first = medications.date.minimum_for_patient()\n"
                        + "dataset.x = clinical_events.where(clinical_events.date.is_on_or_between(first - days(182), first)).exists_for_patient()\n"
                        + "birth = patients.date_of_birth\n"
                        + "dataset.y = clinical_events.where(clinical_events.date.is_on_or_between(birth - months(9), birth)).exists_for_patient()\n"));
    }

    @Test
    void aValueThatIsNeverInTheColumnIsNeverFound() {
        Diagnostic found = speaks(dataset("dataset.x = patients.sex == ^\"F\"^\n"), LintCode.VALUE_NOT_IN_COLUMN);
        assertThat(found.message()).isEqualTo("`patients.sex` is never `\"F\"`");
        assertThat(found.hints()).startsWith("did you mean `\"female\"`?");
        speaks(dataset("dataset.x = patients.sex.is_in(^[\"Female\", \"male\"]^)\n"), LintCode.VALUE_NOT_IN_COLUMN);
        speaks(
                dataset("sex = case(when(patients.sex == \"female\").then(\"F\"), otherwise=\"M\")\ndataset.x = sex == ^\"female\"^\n"),
                LintCode.VALUE_NOT_IN_COLUMN);
        silent(dataset("dataset.x = patients.sex == \"female\"\nsex = case(when(patients.sex == \"female\").then(\"F\"), otherwise=\"M\")\ndataset.y = sex == \"M\"\n"));
    }

    @Test
    void aMissingValueIsNoEmptyText() {
        String region = "region = practice_registrations.for_patient_on(day).practice_nuts1_region_name\n";
        speaks(dataset(region + "dataset.x = region == ^\"\"^\n"), LintCode.COMPARED_WITH_EMPTY_TEXT);
        speaks(dataset("dataset.x = apcs.where(apcs.discharge_method == ^\"NA\"^).exists_for_patient()\n"), LintCode.COMPARED_WITH_EMPTY_TEXT);
        silent(dataset(region + "dataset.x = region.is_null()\n"));
    }

    @Test
    void theSameOperandTwiceIsOddUnlessItIsFixed() {
        speaks(dataset("start = patients.date_of_birth + years(18)\ndataset.x = ^maximum_of(start, start)^\n"), LintCode.SAME_ARGUMENT_TWICE);
        speaks(dataset("start = patients.date_of_birth + years(18)\ndataset.x = ^start == start^\n"), LintCode.SAME_ARGUMENT_TWICE);
        silent(dataset("start = patients.date_of_birth + years(18)\ndataset.x = maximum_of(start, day)\n"));
    }

    @Test
    void rowsAreNotCountedToSeeWhetherThereAreAny() {
        String copd = "copd = clinical_events.where(clinical_events.snomedct_code.is_in(copd_codes))\n";
        assertThat(speaks(dataset(copd + "dataset.copd = ^copd.count_for_patient() >= 1^\n"), LintCode.COUNT_FOR_EXISTS).hints())
                .containsExactly("write `copd.exists_for_patient()`");
        speaks(dataset(copd + "dataset.has_copd = ^copd.count_for_patient()^\n"), LintCode.COUNT_FOR_EXISTS);
        silent(dataset(copd + "dataset.n = copd.count_for_patient()\ndataset.often = copd.count_for_patient() > 3\ndataset.any_count = copd.count_for_patient()\n"));
    }

    @Test
    void bandsMeetAndDoNotOverlap() {
        String age = "age = patients.age_on(day)\n";
        speaks(
                dataset(age + "dataset.x = case(when((age >= 18) & (age < 45)).then(\"a\"), when((^age >= 40^) & (age < 65)).then(\"b\"), otherwise=\"c\")\n"),
                LintCode.BANDS_OVERLAP);
        speaks(dataset(age + "dataset.x = case(when(age < 80).then(\"a\"), when(^age < 40^).then(\"b\"), otherwise=\"c\")\n"), LintCode.BRANCH_UNREACHABLE);
        speaks(
                dataset("sex = patients.sex\ndataset.x = case(when(sex.is_in([\"male\", \"female\"])).then(\"a\"), when(^sex == \"male\"^).then(\"b\"), otherwise=\"c\")\n"),
                LintCode.BRANCH_UNREACHABLE);
        silent(dataset(age + "dataset.x = case(when(age < 18).then(\"a\"), when(age < 65).then(\"b\"), when((age >= 65) & (age < 80)).then(\"c\"), otherwise=\"d\")\n"));
    }

    @Test
    void whatALineAllowsIsNotSaid() {
        silent(dataset("dataset.x = patients.sex == \"F\"  # catchment: allow value-not-in-column\n"));
        silent(dataset("# catchment: allow\ndataset.x = patients.sex == \"F\"\n"));
        speaks(dataset("dataset.x = patients.sex == ^\"F\"^  # catchment: allow never-used\n"), Map.of(), LintCode.VALUE_NOT_IN_COLUMN);
    }
}
