package catchment.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Static expressions mean what they mean in Python: a table of expressions and Python's {@code repr} of their values. */
final class PythonMeaningTest {
    @Test
    void expressionsHaveTheValuesThatPythonGivesThem() throws IOException {
        List<String[]> rows = rows();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("v").append(i).append(" = (").append(rows.get(i)[0]).append(")\n");
        }
        Map<String, String> values = Script.of(text.toString()).values();
        for (int i = 0; i < rows.size(); i++) {
            String value = values.get("v" + i);
            if (!value.equals("a range")) {
                assertThat(value).as(rows.get(i)[0]).isEqualTo(rows.get(i)[1]);
            }
        }
        assertThat(rows).hasSizeGreaterThan(200);
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream table = PythonMeaningTest.class.getResourceAsStream("python-meaning.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" → ", 2))
                    .toList();
        }
    }
}
