package catchment.runner.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A file of test patients that must come out as expected before anything is run. */
final class TestDataOption {
    @Option(
            names = "--test-data-file",
            paramLabel = "FILE",
            description = "Tests first, as `assure FILE` does, and goes on only if every test patient comes out as expected.")
    Optional<Path> file = Optional.empty();

    /** Whether the command may go on; why not has been shown then. */
    boolean passes(Session session, LocalDateTime now) {
        if (file.isEmpty()) {
            return true;
        }
        Optional<String> passed = TestPatientsRun.of(session, file.get(), now);
        passed.ifPresent(session.report()::say);
        return passed.isPresent();
    }
}
