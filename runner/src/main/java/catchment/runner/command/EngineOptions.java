package catchment.runner.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which engine, and how the database lays out its tables. */
final class EngineOptions {
    @Option(
            names = {"--engine", "--query-engine"},
            paramLabel = "NAME",
            description = "The engine that runs the definition, or reference. By default OPENSAFELY_QUERY_ENGINE, else the one that the data asks for.")
    Optional<String> engine = Optional.empty();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "How the database lays out its tables. By default OPENSAFELY_BACKEND; without one, tables are read under their own names.")
    Optional<String> backend = Optional.empty();

    Optional<String> engine(Session session) {
        return engine.or(() -> session.terminal().variable("OPENSAFELY_QUERY_ENGINE"));
    }

    Optional<String> backend(Session session) {
        return backend.or(() -> session.terminal().variable("OPENSAFELY_BACKEND"));
    }
}
