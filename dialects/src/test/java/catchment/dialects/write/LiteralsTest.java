package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.compiler.model.Operator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiteralsTest {
    @Test
    void everyCodePointComesOutAsItWentIn() throws Exception {
        try (Engine engine = new Engine().run("CREATE TABLE patients (patient_id BIGINT)", "INSERT INTO patients VALUES (1)")) {
            // a row of one text for each block of code points; surrogates are no characters, and NUL is refused
            for (int from = 1; from <= Character.MAX_CODE_POINT; from += 0x4000) {
                StringBuilder text = new StringBuilder();
                for (int point = from; point < from + 0x4000 && point <= Character.MAX_CODE_POINT; point++) {
                    if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                        text.appendCodePoint(point);
                    }
                }
                Study study = new Study();
                study.variable("text", study.value(text.toString()));
                assertThat(engine.rows(study.of(study.exists(study.patients)), study.spans())).containsExactly("1|" + text);
            }
        }
    }

    @Test
    void quotesAndSemicolonsEndNoText() throws Exception {
        List<String> texts = List.of("'", "''", "\\", "\\'", "'; DROP TABLE patients; --", "\"", "/* */", "a\r\nb", "%_", "");
        try (Engine engine = new Engine().run("CREATE TABLE patients (patient_id BIGINT, sex VARCHAR)", "INSERT INTO patients VALUES (1, 'f')")) {
            for (String text : texts) {
                Study study = new Study();
                study.variable("text", study.value(text));
                study.variable("differs", study.call(Operator.NE, study.column(study.patients, "sex"), study.value(text)));
                study.variable("listed", study.in(study.column(study.patients, "sex"), text, "f"));
                assertThat(engine.rows(study.of(study.exists(study.patients)), study.spans())).containsExactly("1|" + text + "|true|true");
            }
        }
    }

    @Test
    void refusesTheCharacterNul() {
        Study study = new Study();
        study.variable("text", study.value("a\0b"));
        assertThatThrownBy(() -> Engine.program(study.of(study.exists(study.patients)), study.spans()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NUL");
    }

    @Test
    void aNameMayHoldQuotes() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Engine engine = new Engine().run("CREATE TABLE patients (patient_id BIGINT)", "INSERT INTO patients VALUES (1)")) {
            Study study = new Study();
            study.variable("odd \" name", study.value(5L));
            rows.addAll(engine.rows(study.of(study.exists(study.patients)), study.spans()));
        }
        assertThat(rows).containsExactly("1|5");
    }
}
