package catchment.compiler.query;

import catchment.grammar.diagnostic.NearNames;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that were probably meant by a path: of the same name in another folder, or of a like name. A name is compared without its ending, which most files share,
 * and folders say nothing: {@code codelists/icd.csv} is not like {@code codelists/flue.csv}.
 */
final class NearPaths {
    private static final int MOST = 3;

    private NearPaths() {}

    static List<String> of(String path, List<String> files) {
        String ending = path.contains(".") ? path.substring(path.lastIndexOf('.')) : "";
        List<String> candidates = files.stream().filter(file -> file.endsWith(ending)).toList();
        Set<String> near = new LinkedHashSet<>();
        String name = name(path);
        candidates.stream().filter(file -> name(file).equals(name)).forEach(near::add);
        List<String> stems = NearNames.of(stem(path), candidates.stream().map(NearPaths::stem).toList());
        stems.forEach(like -> candidates.stream()
                .filter(file -> stem(file).equals(like))
                .sorted(Comparator.comparing(file -> !folder(file).equals(folder(path))))
                .forEach(near::add));
        if (near.isEmpty()) {
            candidates.stream().filter(file -> file.equals(path + ".csv")).forEach(near::add);
            files.stream().filter(file -> file.equals(path + ".csv") || file.equals(path.replaceAll("\\.[a-z]*$", "") + ".csv")).forEach(near::add);
        }
        return near.stream().limit(MOST).toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String stem(String path) {
        String name = name(path);
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
