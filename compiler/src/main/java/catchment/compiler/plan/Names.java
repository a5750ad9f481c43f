package catchment.compiler.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names that differ whatever the case of letters, which engines do not tell apart. */
final class Names {
    /** In bytes of UTF-8: an engine may cut off what is behind the 63rd, and a number may follow. */
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
        String base = shortened(wanted);
        String name = base;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = base + "_" + number;
        }
        return name;
    }

    private static String shortened(String wanted) {
        int bytes = 0;
        for (int at = 0; at < wanted.length(); at += Character.charCount(wanted.codePointAt(at))) {
            int point = wanted.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > LONGEST) {
                return wanted.substring(0, at);
            }
        }
        return wanted;
    }
}
