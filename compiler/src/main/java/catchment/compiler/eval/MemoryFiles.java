package catchment.compiler.eval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files that exist in memory only: for tests, and for a definition that an editor has not saved. */
public final class MemoryFiles implements SourceFiles {
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /**
     * @param texts what each file holds, by path
     */
    public MemoryFiles(Map<String, String> texts) {
        texts.forEach((path, text) -> files.put(Paths.tidy(path).orElse(path), text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Reading read(String path) {
        if (Paths.tidy(path).isEmpty()) {
            return new Reading.Refused("lies outside the study");
        }
        String tidy = Paths.tidy(path).get();
        byte[] bytes = files.get(tidy);
        if (bytes != null) {
            return new Reading.Found(tidy, bytes);
        }
        return list(tidy).isEmpty() ? new Reading.Missing() : new Reading.Refused("is a folder");
    }

    @Override
    public Optional<Reading> unreadable(String path) {
        return Optional.of(read(path)).filter(reading -> !(reading instanceof Reading.Found));
    }

    @Override
    public Optional<String> outside(String path) {
        return Paths.tidy(path).isPresent() ? Optional.empty() : Optional.of("lies outside the study");
    }

    @Override
    public boolean exists(String path) {
        return Paths.tidy(path).map(files::containsKey).orElse(false);
    }

    @Override
    public List<String> list(String folder) {
        String prefix = Paths.tidy(folder).filter(path -> !path.isEmpty()).map(path -> path + "/").orElse("");
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            if (path.startsWith(prefix)) {
                String rest = path.substring(prefix.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash + 1));
            }
        }
        return new ArrayList<>(names);
    }

    @Override
    public List<String> all() {
        return List.copyOf(files.keySet());
    }
}
