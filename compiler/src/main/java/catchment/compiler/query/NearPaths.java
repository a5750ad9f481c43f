package catchment.compiler.query;

import catchment.grammar.diagnostic.NearNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Files that were probably meant by a path: spelt alike as a whole, or of the same or a like name in another folder. */
final class NearPaths {
    private static final int MOST = 3;

    private NearPaths() {}

    static List<String> of(String path, List<String> files) {
        String ending = path.contains(".") ? path.substring(path.lastIndexOf('.')) : "";
        List<String> candidates = files.stream().filter(file -> file.endsWith(ending)).toList();
        Set<String> near = new LinkedHashSet<>();
        String name = name(path);
        candidates.stream().filter(file -> name(file).equals(name)).forEach(near::add);
        near.addAll(NearNames.of(path, candidates));
        List<String> names = NearNames.of(name, candidates.stream().map(NearPaths::name).toList());
        names.forEach(like -> candidates.stream().filter(file -> name(file).equals(like)).forEach(near::add));
        if (near.isEmpty()) {
            candidates.stream().filter(file -> file.equals(path + ".csv")).forEach(near::add);
            files.stream().filter(file -> file.equals(path + ".csv") || file.equals(path.replaceAll("\\.[a-z]*$", "") + ".csv")).forEach(near::add);
        }
        return near.stream().limit(MOST).toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
