package catchment.compiler.backend;

import java.util.Map;
import java.util.Set;

/**
 * What a backend may ask of the place where it is used.
 *
 * @param settings environment variables by name
 * @param permissions what the project holds
 */
public record BackendEnvironment(Map<String, String> settings, Set<String> permissions) {
    /** Where nothing is set and nothing is held. */
    public static final BackendEnvironment NOTHING = new BackendEnvironment(Map.of(), Set.of());

    public BackendEnvironment {
        settings = Map.copyOf(settings);
        permissions = Set.copyOf(permissions);
    }

    /** No values: a setting may be a secret. */
    @Override
    public String toString() {
        return "BackendEnvironment" + permissions;
    }
}
