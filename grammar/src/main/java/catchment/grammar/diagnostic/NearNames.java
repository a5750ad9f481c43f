package catchment.grammar.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what was probably meant: the names that are spelt most like a given one. */
public final class NearNames {
    private static final int MOST = 3;
    /** Among more than these a slip of the pen is looked for only in the first. */
    private static final int MOST_KNOWN = 5_000;

    private NearNames() {}

    private record Candidate(String name, int distance) {}

    /**
     * The names that are spelt like {@code name}, the nearest first, at most three. Letters swapped, left out, doubled or wrong count one each; case and the
     * difference of {@code _}, {@code -} and a blank count nothing. Empty if nothing is near.
     */
    public static List<String> of(String name, Collection<String> known) {
        String wanted = plain(name);
        int allowed = Math.max(1, Math.min(4, (wanted.length() + 1) / 3));
        return known.stream()
                .limit(MOST_KNOWN)
                .distinct()
                .filter(candidate -> !candidate.equals(name))
                .map(candidate -> new Candidate(candidate, distance(wanted, plain(candidate), allowed)))
                .filter(candidate -> candidate.distance() <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** The edits between two words, or more than {@code allowed} as soon as that is sure. A word that begins with the other one is near. */
    private static int distance(String one, String other, int allowed) {
        if (Math.min(one.length(), other.length()) >= 3 && (one.startsWith(other) || other.startsWith(one))) {
            return Math.min(allowed, Math.abs(one.length() - other.length()));
        }
        if (Math.abs(one.length() - other.length()) > allowed) {
            return allowed + 1;
        }
        int[] twoBack = new int[other.length() + 1];
        int[] back = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(back[j - 1] + change, 1 + Math.min(back[j], now[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    now[j] = Math.min(now[j], twoBack[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > allowed + 1) {
                return allowed + 1;
            }
            twoBack = back;
            back = now;
        }
        return back[other.length()];
    }
}
