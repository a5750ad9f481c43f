package catchment.runtime.output;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.model.Type;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConsoleTableTest {
    private static final List<ColumnSpecification> COLUMNS =
            List.of(ColumnSpecification.PATIENT_ID, new ColumnSpecification("note", Type.STR, true, Optional.empty(), Optional.empty()));

    private static List<String> lines(String... notes) throws RunException {
        Iterator<String> rest = List.of(notes).iterator();
        List<String> lines = new ArrayList<>();
        ConsoleTable.write(COLUMNS, new RowStream() {
            private String note = "";

            @Override
            public boolean next() {
                boolean more = rest.hasNext();
                note = more ? rest.next() : "";
                return more;
            }

            @Override
            public Object value(int column) {
                return column == 0 ? (Object) 1L : note;
            }

            @Override
            public void close() {}
        }, lines::add);
        return lines;
    }

    @Test
    void aVeryLongTextIsCut() throws RunException {
        List<String> lines = lines("short", "x".repeat(200_000), "😀".repeat(70));
        assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(lines.get(3)).endsWith("xxx…");
        assertThat(lines.get(4)).endsWith("😀…");
    }

    @Test
    void aTextThatFitsIsShownWhole() throws RunException {
        assertThat(lines("x".repeat(60)).getLast()).endsWith("x".repeat(60)).doesNotContain("…");
        assertThat(lines("😀".repeat(60)).getLast()).endsWith("😀".repeat(60)).doesNotContain("…");
    }
}
