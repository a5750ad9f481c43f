package catchment.compiler.query;

import static catchment.compiler.query.Checked.DATASET;
import static catchment.compiler.query.Checked.compilesBelow;
import static catchment.compiler.query.Checked.failsBelow;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.eval.EvalCode;
import catchment.compiler.model.Case;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.ValueSet;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CodelistTest {
    private static final String USE = "\ndataset.x = clinical_events.where(clinical_events.snomedct_code.is_in(codes)).exists_for_patient()";

    private static Diagnostic fails(String marked, String file, QueryCode code) {
        return failsBelow(DATASET, marked + USE, Map.of("codelists/copd.csv", file), List.of(), code);
    }

    private static List<Object> codes(String file) {
        Node root = compilesBelow(
                        DATASET, "codes = codelist_from_csv(\"codelists/copd.csv\", column=\"code\")" + USE, Map.of("codelists/copd.csv", file), List.of())
                .dataset()
                .orElseThrow()
                .variables()
                .get("x");
        return Graph.postOrder(root).stream()
                .filter(ValueSet.class::isInstance)
                .flatMap(set -> ((ValueSet) set).values().stream())
                .toList();
    }

    @Test
    void namesTheNearestFile() {
        fails("codes = codelist_from_csv(^\"codelist/copd.csv\"^, column=\"code\")", "code\n13645005\n", QueryCode.CODELIST_FILE);
        fails("codes = codelist_from_csv(^\"codelists/cpod.csv\"^, column=\"code\")", "code\n13645005\n", QueryCode.CODELIST_FILE);
        fails("codes = codelist_from_csv(^\"codelists\\\\copd.csv\"^, column=\"code\")", "code\n13645005\n", QueryCode.CODELIST_FILE);
        fails("path = ^\"codelists/copd\"^\ncodes = codelist_from_csv(path, column=\"code\")", "code\n13645005\n", QueryCode.CODELIST_FILE);
        fails("codes = codelist_from_csv(^\"codelists/copd.csv\"^, column=\"code\")", "", QueryCode.CODELIST_FILE);
        fails("codes = codelist_from_csv(^\"codelists/copd.csv\"^, column=\"code\")", "code\n\"13645005\n", QueryCode.CODELIST_FILE);
    }

    @Test
    void namesNoFileThatIsNotNear() {
        Map<String, String> files = Map.of("codelists/icd.csv", "code\n13645005\n", "lists/flue.csv", "code\n13645005\n");
        assertThat(failsBelow(DATASET, "codes = codelist_from_csv(^\"codelists/opcs.csv\"^, column=\"code\")", files, List.of(), QueryCode.CODELIST_FILE).fixes()).isEmpty();
        assertThat(failsBelow(DATASET, "codes = codelist_from_csv(^\"codelists/flu.csv\"^, column=\"code\")", files, List.of(), QueryCode.CODELIST_FILE).hints())
                .containsExactly("did you mean `lists/flue.csv`?");
    }

    @Test
    void isReadBeforeItsCodesAreUsed() {
        String use = "dataset.x = clinical_events.where(clinical_events.snomedct_code.is_in(^\"codelists/flu.csv\"^)).exists_for_patient()";
        Diagnostic there = failsBelow(DATASET, use, Map.of("codelists/flu.csv", "term,code\na,13645005\n"), List.of(), QueryCode.IS_IN_NEEDS_LIST);
        assertThat(there.hints()).containsExactly("write `codelist_from_csv(\"codelists/flu.csv\", column=\"code\")`", "its columns are term, code");
        assertThat(there.fixes()).hasSize(1);
        Diagnostic missing = failsBelow(DATASET, use, Map.of(), List.of(), QueryCode.IS_IN_NEEDS_LIST);
        assertThat(missing.hints()).containsExactly("write `codelist_from_csv(\"codelists/flu.csv\", column=\"…\")`");
        assertThat(missing.fixes()).isEmpty();
    }

    @Test
    void needsItsColumn() {
        Diagnostic found = failsBelow(
                DATASET, "codes = ^codelist_from_csv(\"codelists/copd.csv\")^", Map.of("codelists/copd.csv", "term,code\na,13645005\n"), List.of(), EvalCode.MISSING_ARGUMENT);
        assertThat(found.hints()).contains("code looks like codes: `column=\"code\"`", "its columns are term, code");
        assertThat(found.fixes()).hasSize(1);
    }

    @Test
    void namesTheNearestColumn() {
        fails("codes = codelist_from_csv(\"codelists/copd.csv\", column=^\"Code\"^)", "code,term\n13645005,a\n", QueryCode.CODELIST_COLUMN);
        fails("codes = codelist_from_csv(\"codelists/copd.csv\", column=^\"snomed\"^)", "id,term\n13645005,a\n", QueryCode.CODELIST_COLUMN);
        fails("codes = codelist_from_csv(\"codelists/copd.csv\", column=\"code\", category_column=^\"kind\"^)", "code,group\n13645005,a\n", QueryCode.CODELIST_COLUMN);
        fails("codes = codelist_from_csv(\"codelists/copd.csv\", column=\"code\")", "^code ^,term\n13645005,a\n", QueryCode.CODELIST_COLUMN);
        fails("codes = codelist_from_csv(\"codelists/copd.csv\", ^col^=\"code\")", "code,term\n13645005,a\n", QueryCode.RENAMED_ARGUMENT);
    }

    @Test
    void pointsIntoTheFile() {
        fails("codes = codelist_from_csv(\"codelists/copd.csv\", column=\"code\")", "term,code\n\"a, b\",13645005\nx,^1.36E+07^\n", QueryCode.CODE_DAMAGED_BY_SPREADSHEET);
        Diagnostic found = fails(
                "codes = codelist_from_csv(\"codelists/copd.csv\", column=\"code\")", "code\n13645005\n^x13645005^\n185086009\n", QueryCode.CODE_FORMAT);
        assertThat(found.message()).contains("1 of 3");
    }

    @Test
    void readsWhatPeopleSave() {
        assertThat(codes("\ufeffcode,term\r\n13645005,a\r\n")).containsExactly("13645005");
        assertThat(codes("term,code\n\"one\nline\",\" 13645005 \"\n,\n,  \nx,13645005\ny,185086009")).containsExactly("13645005", "185086009");
        assertThat(codes("term,code\nshort\nx,13645005\n")).containsExactly("13645005");
    }

    @Test
    void keepsTheLastCategoryOfACode() {
        Node root = compilesBelow(
                        DATASET,
                        "codes = codelist_from_csv(\"c.csv\", column=\"code\", category_column=\"kind\")\n"
                                + "dataset.x = clinical_events.sort_by(clinical_events.date).last_for_patient().snomedct_code.to_category(codes)",
                        Map.of("c.csv", "code,kind\n13645005,old\n185086009,other\n13645005, new \n"),
                        List.of())
                .dataset()
                .orElseThrow()
                .variables()
                .get("x");
        assertThat(((Case) root).branches())
                .extracting(branch -> ((catchment.compiler.model.Value) branch.value().orElseThrow()).value())
                .containsExactly("new", "other");
    }
}
