package catchment.dialects.spi;

import catchment.grammar.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The backends on the class path. */
public final class Backends {
    private Backends() {}

    /** All of them, in alphabetical order. */
    public static List<Backend> all() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Backend::name))
                .toList();
    }

    /** The backend of that name. */
    public static Optional<Backend> named(String name) {
        return all().stream().filter(backend -> backend.name().equals(name)).findFirst();
    }

    /**
     * The text of a backend that stands beside its class as a resource.
     *
     * @param of the class of the backend
     * @param resource its file name, {@code tpp.ehrql}
     */
    public static SourceText resource(Class<? extends Backend> of, String resource) {
        try (InputStream stream = of.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + of.getName());
            }
            return new SourceText(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", problem);
        }
    }
}
