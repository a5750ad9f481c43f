package catchment.runner.command;

import catchment.runtime.dummy.DummyDataRequest;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the making of dummy data starts. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Where the making of dummy data starts: the same number and day give the same patients.")
    Optional<Long> seed = Optional.empty();

    long number() {
        return seed.orElse(DummyDataRequest.USUAL_SEED);
    }
}
