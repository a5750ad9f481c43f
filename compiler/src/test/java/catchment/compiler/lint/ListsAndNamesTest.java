package catchment.compiler.lint;

import static catchment.compiler.lint.Linted.dataset;
import static catchment.compiler.lint.Linted.silent;
import static catchment.compiler.lint.Linted.speaks;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.query.QueryCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ListsAndNamesTest {
    private static final Map<String, String> STROKE = Map.of("codelists/stroke.csv", "icd,type\nI630,ischaemic\n");
    private static final String READ = "stroke = codelist_from_csv(\"codelists/stroke.csv\", column=\"icd\", category_column=\"type\")\n";
    private static final String FOUND = "dataset.stroke = apcs.where(apcs.primary_diagnosis.is_in(%s)).exists_for_patient()\n";

    @Test
    void aChoiceFromACodelistChoosesSomething() {
        speaks(dataset(READ + "some = [c for c, kind in stroke.items() if kind == ^\"Ischaemic\"^]\n" + FOUND.formatted("some")), STROKE, LintCode.CODELIST_FILTER_EMPTY);
        silent(dataset(READ + "some = [c for c, kind in stroke.items() if kind == \"ischaemic\"]\n" + FOUND.formatted("some")), STROKE);
        speaks(
                dataset(READ + "some = []\nfor c in stroke:\n    if stroke[c] == \"x\":\n        some.append(c)\n" + FOUND.formatted("^some^")),
                STROKE,
                LintCode.CODELIST_EMPTY);
        silent(dataset(FOUND.formatted("[]")));
    }

    @Test
    void aCodelistHasCodes() {
        speaks(
                dataset("stroke = codelist_from_csv(\"codelists/stroke.csv\", column=\"icd\")\n" + FOUND.formatted("^stroke^")),
                Map.of("codelists/stroke.csv", "icd,type\n,ischaemic\n ,\n"),
                LintCode.CODELIST_EMPTY);
    }

    @Test
    void aListIsOfTheColumnsCodingSystem() {
        String medicines = "inhalers = [\"39113611000001102\"]\ndataset.a = medications.where(medications.dmd_code.is_in(inhalers)).exists_for_patient()\n";
        speaks(dataset(medicines + "dataset.b = clinical_events.where(clinical_events.snomedct_code.is_in(^inhalers^)).exists_for_patient()\n"), LintCode.CODELIST_OF_OTHER_COLUMN);
        silent(dataset(medicines));
        speaks(
                dataset("drugs = codelist_from_csv(\"codelists/drugs.csv\", column=\"dmd_id\")\n"
                        + "dataset.a = clinical_events.where(clinical_events.snomedct_code.is_in(^drugs^)).exists_for_patient()\n"),
                Map.of("codelists/drugs.csv", "dmd_id\n39113611000001102\n"),
                LintCode.CODELIST_OF_OTHER_COLUMN);
    }

    @Test
    void aCodeThatASpreadsheetHasCutIsKnownByItsCheckDigit() {
        String drugs = "drugs = codelist_from_csv(\"codelists/drugs.csv\", column=\"code\")\ndataset.a = medications.where(medications.dmd_code.is_in(drugs)).exists_for_patient()\n";
        assertThat(speaks(dataset(drugs), Map.of("codelists/drugs.csv", "code\n39113611000001102\n30805911000001100\n"), QueryCode.CODE_DAMAGED_BY_SPREADSHEET)
                        .span())
                .hasToString("codelists/drugs.csv:3:1");
        silent(dataset(drugs), Map.of("codelists/drugs.csv", "code\n39113611000001102\n"));
    }

    @Test
    void theCheckDigitIsVerhoeffs() {
        assertThat(CheckDigit.fits("138875005")).isTrue();
        assertThat(CheckDigit.fits("39113611000001102")).isTrue();
        assertThat(CheckDigit.fits("39113611000001100")).isFalse();
    }

    @Test
    void hospitalRecordsPadShortCodes() {
        speaks(dataset(FOUND.formatted("[^\"J22\"^, \"J100\"]")), LintCode.CODE_NEVER_MATCHES);
        silent(dataset(FOUND.formatted("[\"J22X\", \"J10\", \"J100\"]")));
    }

    @Test
    void rowsAreNotDays() {
        speaks(dataset("dataset.days_treated = ^medications.count_for_patient()^\n"), LintCode.ROWS_NOT_DAYS);
        silent(dataset("dataset.days_treated = medications.date.count_distinct_for_patient()\ndataset.n = medications.count_for_patient()\n"));
    }

    @Test
    void whatIsComputedIsUsed() {
        speaks(dataset("^smoker^ = clinical_events.exists_for_patient()\n"), LintCode.NEVER_USED);
        speaks(dataset("^stroke^ = codelist_from_csv(\"codelists/stroke.csv\", column=\"icd\")\n"), STROKE, LintCode.CODELIST_UNUSED);
        silent(dataset("smoker = clinical_events.exists_for_patient()\ndataset.smoker = smoker\n_kept = medications.exists_for_patient()\nlimit = 3\n"));
    }
}
