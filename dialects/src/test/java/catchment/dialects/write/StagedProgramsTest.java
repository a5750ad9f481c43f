package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.program.SqlProgram.ResultQuery;
import catchment.dialects.program.SqlProgram.Statement;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.spi.StagedTable;
import catchment.dialects.spi.TableMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs whose stages are real tables, which outlive a session. */
final class StagedProgramsTest {
    private static final String RUN = StagedTable.run(Instant.parse("2026-03-31T10:00:00Z"), 7);

    private static SqlProgram program(String dialect, String schema) {
        Study study = new Study();
        Dialect staged = Dialects.named(dialect).flatMap(one -> one.staging(List.of(schema.split("\\.")))).orElseThrow();
        return Programs.of(TypicalStudy.EVENT_TABLE.define(study), study.spans(), staged, TableMapping.NONE, RUN);
    }

    @ParameterizedTest
    @CsvSource({"postgresql, scratch", "mssql, temp.dbo", "trino, hive.scratch"})
    void everyStageAndEveryResultIsATableOfTheRun(String dialect, String schema) {
        SqlProgram program = program(dialect, schema);
        assertThat(program.cleanup()).hasSizeGreaterThan(program.data().size() + 2).allSatisfy(statement -> assertThat(statement.sql()).contains("catchment_" + RUN + "_"));
        assertThat(program.setup().stream().map(Statement::makes).flatMap(Optional::stream).map(SqlProgram.Made::removal))
                .containsExactlyInAnyOrderElementsOf(program.cleanup().reversed().stream().map(Statement::sql).skip(program.data().size()).toList());
        for (ResultQuery result : program.results()) {
            assertThat(result.query().sql()).contains("catchment_" + RUN + "_rows_of_" + result.name());
            assertThat(result.batches().orElseThrow().batch()).containsSubsequence(">= ?", "<= ?", "ORDER BY");
            assertThat(result.batches().orElseThrow().ends()).containsIgnoringCase("row_number()").contains("GROUP BY");
        }
    }

    @Test
    void aNameSaysWhoseItIsAndSinceWhen() {
        String name = StagedTable.name(RUN, "Population", 63);
        assertThat(name).isEqualTo("catchment_" + RUN + "_population");
        StagedTable table = StagedTable.named(name).orElseThrow();
        assertThat(table.run()).isEqualTo(RUN);
        assertThat(table.began()).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
        for (String other : List.of("catchment_population", "catchment_aaa_b", "patients", "catchment_0000000zzzzz_x")) {
            assertThat(StagedTable.named(other)).as(other).isEmpty();
        }
    }

    @Test
    void aLongNameIsCutAndStaysApartFromOthers() {
        String one = StagedTable.name(RUN, "é".repeat(40) + "one", 63);
        String other = StagedTable.name(RUN, "é".repeat(40) + "other", 63);
        assertThat(one).isNotEqualTo(other);
        assertThat(List.of(one, other)).allSatisfy(name -> {
            assertThat(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
            assertThat(StagedTable.named(name)).isPresent();
        });
    }
}
