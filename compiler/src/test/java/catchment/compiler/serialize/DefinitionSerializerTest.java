package catchment.compiler.serialize;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.MemoryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each definition under {@code serialized} beside the text that it serialises to; {@code -Dserialized.accept} writes the texts anew. */
final class DefinitionSerializerTest {
    @Test
    void writesPicksFiltersAndSorts() throws IOException {
        isAsAccepted("picks");
    }

    @Test
    void writesOperatorsInTheOrderOfTheLanguage() throws IOException {
        isAsAccepted("operators");
    }

    @Test
    void writesMeasures() throws IOException {
        isAsAccepted("measures");
    }

    @Test
    void writesTablesOfTheDefinition() throws IOException {
        isAsAccepted("tables");
    }

    private static void isAsAccepted(String name) throws IOException {
        String actual = text(read(name + ".ehrql"));
        if (System.getProperty("serialized.accept") != null) {
            Files.writeString(Path.of("src/test/resources/serialized", name + ".json"), actual);
        }
        assertThat(actual).isEqualTo(read(name + ".json"));
    }

    private static String text(String definition) {
        CompileResult result = new Compiler().compile(new CompileRequest(
                "definition.ehrql",
                new MemoryFiles(Map.of("definition.ehrql", definition, "inputs/matches.csv.gz", "")),
                Path.of(""),
                LocalDate.of(2026, 1, 31),
                List.of(),
                CompileRequest.Wanted.DATASET_OR_MEASURES));
        assertThat(result.diagnostics()).isEmpty();
        return DefinitionSerializer.text(result.definition().orElseThrow());
    }

    private static String read(String file) throws IOException {
        try (InputStream stream = DefinitionSerializerTest.class.getResourceAsStream("/serialized/" + file)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
