package catchment.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.runtime.tables.ResultTable;
import catchment.spec.cases.Block;
import catchment.spec.cases.Cells;
import catchment.spec.cases.SpecCase;
import catchment.spec.kit.CaseRun;
import catchment.spec.kit.DuckDbSpecEngine;
import catchment.spec.kit.ReferenceEngine;
import catchment.spec.kit.SpecEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character comes out as it went in, whichever way it takes; what no database can hold is refused. */
final class EveryCharacterTest {
    private static final int LENGTH = 1024;
    private static final List<SpecEngine> ENGINES = List.of(new ReferenceEngine(), new DuckDbSpecEngine());
    private static final List<String> PIECES = pieces();

    @TempDir
    private Path folder;

    /** All characters but NUL, in order, in long texts that neither begin nor end with a space. */
    private static List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder("<");
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            piece.appendCodePoint(point);
            if (piece.length() > LENGTH || point == Character.MAX_CODE_POINT) {
                pieces.add(piece.append('>').toString());
                piece = new StringBuilder("<");
            }
        }
        pieces.add("<'; DROP TABLE people; -- \\' \\\\ \" \"\" '' $$ ${x} {fn now()} ? :name %s /* */>");
        return pieces;
    }

    @Test
    void asLiteralsOfADefinition() {
        List<String> definition = new ArrayList<>();
        definition.add("texts = {");
        for (int i = 0; i < PIECES.size(); i++) {
            definition.add("    " + i + ": \"" + escaped(PIECES.get(i)) + "\",");
        }
        definition.add("}");
        definition.add("dataset.text = people.number.map_values(texts)");
        definition.add("dataset.same = people.text == dataset.text");
        definition.add("dataset.within = people.text.contains(dataset.text)");
        definition.add("dataset.listed = people.text.is_in(list(texts.values()))");
        check(new Block.Definition(definition), List.of());
    }

    @Test
    void asCategoriesOfACodelist() {
        List<String> csv = new ArrayList<>();
        csv.add("code,category");
        PIECES.forEach(piece -> csv.add(quoted(piece) + "," + quoted(piece)));
        List<String> definition = List.of(
                "texts = codelist_from_csv(\"codelists/texts.csv\", column=\"code\", category_column=\"category\")",
                "dataset.text = people.text.map_values(texts)",
                "dataset.same = people.text == dataset.text",
                "dataset.within = people.text.contains(dataset.text)",
                "dataset.listed = people.text.is_in(texts)");
        check(new Block.Definition(definition), List.of(new Block.File("csv", "codelists/texts.csv", csv)));
    }

    /** As a literal, with {@code ^} as an escape: in a case it marks a mistake. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("^", "\\x5e");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private void check(Block.Definition definition, List<Block> files) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < PIECES.size(); i++) {
            rows.add(List.of("", Integer.toString(i), Integer.toString(i), Cells.write(PIECES.get(i))));
        }
        List<Block> blocks = new ArrayList<>(files);
        blocks.add(new Block.Table(List.of("people (one)", "patient_id", "number: int", "text: str"), rows));
        blocks.add(definition);
        CaseRun run = new CaseRun(new SpecCase("text", "every character", List.of(), blocks), folder);
        for (SpecEngine engine : ENGINES) {
            ResultTable result = run.on(engine).getFirst();
            assertThat(result.rows()).hasSameSizeAs(PIECES);
            for (int i = 0; i < PIECES.size(); i++) {
                List<Object> expected = List.of((long) i, PIECES.get(i), true, true, true);
                if (!result.rows().get(i).equals(expected)) {
                    assertThat(result.rows().get(i)).describedAs("text %d on %s", i, engine.name()).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dataset.value = people.text == ^\"a\\0b\"^",
        "dataset.value = people.text.contains(^\"\\x00\"^)",
        "dataset.value = people.text.is_in([\"a\", ^\"\\0\"^])",
        "dataset.value = people.text.when_null_then(^\"\\u0000\"^)",
        "dataset.value = people.text == ^\"\\ud800\"^",
        "dataset.value = case(when(people.number == 1).then(^\"\\0\"^), otherwise=\"a\")"
    })
    void whatNoDatabaseCanHoldIsRefused(String definition) {
        List<Block> blocks = List.of(
                new Block.Table(List.of("people (one)", "patient_id", "number: int", "text: str"), List.of()),
                new Block.Definition(List.of(definition)),
                new Block.Refused(List.of("text-not-storable")));
        assertThat(new CaseRun(new SpecCase("text", "refused", List.of(), blocks), folder).refusalDifferences()).isEmpty();
    }
}
