package catchment.runner.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That the report would tell of what is not refused. */
final class IsolationTest {
    @Test
    void whatIsAllowedIsFoundOut() throws Exception {
        try (Ground ground = Ground.make()) {
            assertThat(Isolation.outcome(new Attempt("read a file of the study", List.of("open(\"inside.csv\").read()")), ground))
                    .isInstanceOf(Isolation.Outcome.Allowed.class);
            assertThat(Isolation.outcome(new Attempt("write", List.of("open(\"made\", \"w\")")), ground)).isInstanceOf(Isolation.Outcome.Refused.class);
            java.nio.file.Files.writeString(ground.study().resolve("made"), "x");
            assertThat(Isolation.outcome(new Attempt("write", List.of("open(\"made\", \"w\")")), ground)).isInstanceOf(Isolation.Outcome.Allowed.class);
        }
    }

    @Test
    void nothingIsLeftOfTheStudyInWhichItIsTried() throws Exception {
        Ground ground = Ground.make();
        ground.close();
        assertThat(ground.place()).doesNotExist();
    }
}
