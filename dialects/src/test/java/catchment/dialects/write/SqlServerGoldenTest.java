package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.dialects.mssql.SqlServer;
import catchment.dialects.program.SqlProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The T-SQL of typical studies as it was last read beside Microsoft's pages. {@code -Dgolden.accept=true} writes it anew. */
final class SqlServerGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/mssql");
    private static final SqlServer DIALECT = new SqlServer();

    @ParameterizedTest
    @EnumSource(TypicalStudy.class)
    void theSqlIsWhatWasReviewed(TypicalStudy typical) throws IOException {
        Study study = new Study();
        reviewed(typical.name(), Programs.of(typical.define(study), study.spans(), DIALECT));
    }

    @ParameterizedTest
    @EnumSource(TypicalMeasures.class)
    void theSqlOfMeasuresIsWhatWasReviewed(TypicalMeasures typical) throws IOException {
        Study study = new Study();
        reviewed("measures_" + typical.name(), Programs.of(typical.define(study), study.spans(), DIALECT));
    }

    private static void reviewed(String name, SqlProgram program) throws IOException {
        String script = SqlScript.text(program, DIALECT);
        Path file = FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".sql");
        if (Boolean.getBoolean("golden.accept")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, script);
        }
        assertThat(script).isEqualTo(Files.readString(file));
    }
}
