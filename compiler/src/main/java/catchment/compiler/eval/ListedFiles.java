package catchment.compiler.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that are listed once: a definition sees one state of its study, and a thousand mistaken paths cost one look at the disk. */
final class ListedFiles implements SourceFiles {
    private final SourceFiles files;
    private final Map<String, List<String>> folders = new HashMap<>();
    private Optional<List<String>> all = Optional.empty();

    ListedFiles(SourceFiles files) {
        this.files = files;
    }

    @Override
    public Reading read(String path) {
        return files.read(path);
    }

    @Override
    public Optional<Reading> unreadable(String path) {
        return files.unreadable(path);
    }

    @Override
    public Optional<String> outside(String path) {
        return files.outside(path);
    }

    @Override
    public boolean exists(String path) {
        return files.exists(path);
    }

    @Override
    public List<String> list(String folder) {
        return folders.computeIfAbsent(folder, files::list);
    }

    @Override
    public List<String> all() {
        List<String> known = all.orElseGet(files::all);
        all = Optional.of(known);
        return known;
    }
}
