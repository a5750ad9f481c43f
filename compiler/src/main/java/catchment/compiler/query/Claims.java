package catchment.compiler.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The permissions that a definition claims, in order, without duplicates. */
final class Claims {
    private final Set<String> permissions = new LinkedHashSet<>();

    void add(String permission) {
        permissions.add(permission);
    }

    List<String> permissions() {
        return List.copyOf(permissions);
    }
}
