package catchment.spec.house;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.DiskFiles;
import catchment.compiler.eval.MemoryFiles;
import catchment.compiler.serialize.DefinitionSerializer;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.layout.Layout;
import catchment.grammar.parse.DefinitionParser;
import catchment.grammar.source.SourceText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A layout of any definition in the house stays as it is when it is laid out anew, and means the same. */
final class LayoutTest {
    private static final String FILE = "§";
    private static final Pattern BLOCK = Pattern.compile("```ehrql[^\\n]*\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile(FILE + ":\\d+:\\d+");

    @Test
    void everyDefinitionOfTheDocsAndOfTheTablesKeepsItsTree() {
        List<String> definitions = definitions().filter(LayoutTest::isReadable).toList();
        assertThat(definitions).hasSizeGreaterThan(300);
        for (String text : definitions) {
            String laidOut = laidOut(text);
            assertThat(laidOut(laidOut)).isEqualTo(laidOut);
            assertThat(tree(laidOut)).isEqualTo(tree(text));
        }
    }

    /** The same words with other spaces and lines come to the same layout, but for empty lines. */
    @Test
    void howATextWasLaidOutDoesNotShow() {
        Random random = new Random(7);
        for (String text : definitions().filter(LayoutTest::isReadable).filter(text -> !text.contains("#") && !text.contains("\"\"\"")).toList()) {
            StringBuilder other = new StringBuilder();
            int depth = 0;
            for (char c : laidOut(text).toCharArray()) {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                other.append(c);
                if (depth > 0 && c == ',' && random.nextInt(3) == 0 && !text.contains(", \"") && !text.contains(", '")) {
                    other.append("\n  ");
                }
            }
            if (isReadable(other.toString()) && tree(other.toString()).equals(tree(text))) {
                assertThat(laidOut(other.toString())).isEqualTo(laidOut(text));
            }
        }
    }

    @Test
    void everyDefinitionThatStandsAloneKeepsItsGraph() {
        int compared = 0;
        for (String text : definitions().filter(LayoutTest::isReadable).toList()) {
            Optional<String> graph = graph(text);
            if (graph.isPresent()) {
                assertThat(graph(laidOut(text))).isEqualTo(graph);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void theExampleIsLaidOut() {
        String example = Repository.read(Repository.root().resolve("examples/asthma/analysis/dataset_definition.ehrql"));
        Path study = Repository.root().resolve("examples/asthma");
        CompileResult result = new Compiler().compile(new CompileRequest(
                "analysis/dataset_definition.ehrql", new DiskFiles(study), study, LocalDate.of(2024, 3, 31), List.of(), Wanted.DATASET));
        assertThat(result.hasErrors()).isFalse();
        assertThat(tree(laidOut(example))).isEqualTo(tree(example));
    }

    private static Stream<String> definitions() {
        Path root = Repository.root();
        return Stream.concat(
                Repository.filesIn(root.resolve("docs")).stream().filter(file -> file.toString().endsWith(".md")).flatMap(file -> blocks(Repository.read(file))),
                Stream.of("examples", "compiler/src/main/resources/ehrql")
                        .flatMap(folder -> Repository.filesIn(root.resolve(folder)).stream())
                        .filter(file -> file.toString().endsWith(".ehrql"))
                        .map(Repository::read));
    }

    private static Stream<String> blocks(String page) {
        Matcher block = BLOCK.matcher(page);
        Stream.Builder<String> blocks = Stream.builder();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks.build();
    }

    private static boolean isReadable(String text) {
        return DefinitionParser.parse(new SourceText(FILE, text)).diagnostics().stream().noneMatch(Diagnostic::isError);
    }

    private static String laidOut(String text) {
        return Layout.of(new SourceText(FILE, text));
    }

    private static String tree(String text) {
        return PLACE.matcher(DefinitionParser.parse(new SourceText(FILE, text)).module().toString()).replaceAll("@");
    }

    private static Optional<String> graph(String text) {
        CompileResult result = new Compiler().compile(new CompileRequest(
                "d.ehrql", new MemoryFiles(Map.of("d.ehrql", text)), Path.of("/study"), LocalDate.of(2024, 3, 31), List.of(), Wanted.DATASET_OR_MEASURES));
        return result.hasErrors() ? Optional.empty() : result.definition().map(DefinitionSerializer::text);
    }
}
