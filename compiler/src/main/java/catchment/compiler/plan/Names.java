package catchment.compiler.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names that differ whatever the case of letters, which engines do not tell apart. */
final class Names {
    private static final int LONGEST = 55;
    private final Set<String> taken = new HashSet<>();

    Names() {}

    /** With some names for somebody else. */
    Names(Collection<String> reserved) {
        reserved.forEach(this::reserve);
    }

    /** Keeps a name for somebody else. */
    void reserve(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    /** The wanted name, or with a number behind it if that is taken. */
    String fresh(String wanted) {
        String base = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        String name = base;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = base + "_" + number;
        }
        return name;
    }
}
