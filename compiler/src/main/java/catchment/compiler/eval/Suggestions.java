package catchment.compiler.eval;

import catchment.grammar.diagnostic.NearNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Words a hint that offers the names that may have been meant. */
public final class Suggestions {
    private Suggestions() {}

    /** "did you mean `a` or `b`?" Empty if nothing is near. */
    public static Optional<String> hint(String wrong, Collection<String> names) {
        return of(NearNames.of(wrong, names));
    }

    /** The same for names that are near. */
    static Optional<String> of(List<String> near) {
        if (near.isEmpty()) {
            return Optional.empty();
        }
        String last = "`" + near.getLast() + "`";
        return Optional.of(
                near.size() == 1
                        ? "did you mean " + last + "?"
                        : "did you mean `" + String.join("`, `", near.subList(0, near.size() - 1)) + "` or " + last + "?");
    }
}
