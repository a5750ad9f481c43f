package catchment.compiler.backend;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a backend may ask of the place where it is used.
 *
 * @param settings the value of an environment variable, if it is set
 * @param permissions what the project holds
 */
public record BackendEnvironment(Function<String, Optional<String>> settings, Set<String> permissions) {
    /** Where nothing is set and nothing is held. */
    public static final BackendEnvironment NOTHING = new BackendEnvironment(_ -> Optional.empty(), Set.of());

    public BackendEnvironment {
        permissions = Set.copyOf(permissions);
    }
}
