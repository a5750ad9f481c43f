package catchment.compiler.eval;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant by a name that does not exist. */
public final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    private record Candidate(String name, double distance) {}

    /** The nearest of the names, best first, at most three; none if none is near. */
    public static List<String> of(String wrong, Collection<String> names) {
        double limit = Math.max(1, wrong.codePointCount(0, wrong.length()) / 3.0);
        return names.stream()
                .distinct()
                .filter(name -> !name.equals(wrong) && Math.abs(name.length() - wrong.length()) <= limit + 4)
                .map(name -> new Candidate(name, distance(wrong, name)))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** "did you mean `a`, or `b`?", empty if nothing is near. */
    public static java.util.Optional<String> hint(String wrong, Collection<String> names) {
        List<String> near = of(wrong, names);
        if (near.isEmpty()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                "did you mean `" + String.join("`, `", near).replaceAll(", (`[^`]*)$", " or $1") + "`?");
    }

    /** Edits between two names: a change of case or of {@code -} and {@code _} is half an edit; two letters swapped are one; one word put in front or behind is one. */
    static double distance(String wrong, String name) {
        String a = wrong.toLowerCase(Locale.ROOT).replace('-', '_');
        String b = name.toLowerCase(Locale.ROOT).replace('-', '_');
        if (a.equals(b)) {
            return 0.5;
        }
        if (a.length() > 4 && (b.startsWith(a + "_") || b.endsWith("_" + a) || a.startsWith(b + "_") || a.endsWith("_" + b))) {
            return 1;
        }
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(
                        Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1), edits[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
