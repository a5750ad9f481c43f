package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.dialects.duckdb.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL of typical studies as it was last reviewed. {@code -Dgolden.accept=true} writes it anew. */
final class GoldenSqlTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/duckdb");

    @ParameterizedTest
    @EnumSource(TypicalStudy.class)
    void theSqlIsWhatWasReviewed(TypicalStudy typical) throws IOException {
        reviewed(typical.name(), script(typical));
    }

    @ParameterizedTest
    @EnumSource(TypicalMeasures.class)
    void theSqlOfMeasuresIsWhatWasReviewed(TypicalMeasures typical) throws IOException {
        reviewed("measures_" + typical.name(), script(typical));
    }

    /** The client runs a script statement by statement, as this does. */
    @ParameterizedTest
    @EnumSource(TypicalStudy.class)
    void theScriptRunsAsItIs(TypicalStudy typical) throws SQLException {
        runs(script(typical));
    }

    @ParameterizedTest
    @EnumSource(TypicalMeasures.class)
    void theScriptOfMeasuresRunsAsItIs(TypicalMeasures typical) throws SQLException {
        runs(script(typical));
    }

    private static void reviewed(String name, String script) throws IOException {
        Path file = FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".sql");
        if (Boolean.getBoolean("golden.accept")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, script);
        }
        assertThat(script).isEqualTo(Files.readString(file));
    }

    private static void runs(String script) throws SQLException {
        try (Engine engine = new Engine()) {
            engine.run(Engine.TABLES).run(script);
            assertThat(engine.temporaryTables()).isEmpty();
        }
    }

    private static String script(TypicalStudy typical) {
        Study study = new Study();
        return SqlScript.text(Engine.program(typical.define(study), study.spans()), new DuckDb());
    }

    private static String script(TypicalMeasures typical) {
        Study study = new Study();
        return SqlScript.text(Programs.of(typical.define(study), study.spans(), new DuckDb()), new DuckDb());
    }
}
