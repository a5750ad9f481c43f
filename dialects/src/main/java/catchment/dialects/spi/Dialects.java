package catchment.dialects.spi;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The dialects on the class path. */
public final class Dialects {
    private Dialects() {}

    /** All of them, in alphabetical order. */
    public static List<Dialect> all() {
        return ServiceLoader.load(Dialect.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(java.util.Comparator.comparing(Dialect::name))
                .toList();
    }

    /** The dialect of that name. */
    public static Optional<Dialect> named(String name) {
        return all().stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
