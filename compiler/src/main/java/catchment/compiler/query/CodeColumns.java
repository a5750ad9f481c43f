package catchment.compiler.query;

import catchment.compiler.codelist.CodelistFile;
import java.util.List;
import java.util.Optional;

/** Which column of a file looks like codes. */
final class CodeColumns {
    private CodeColumns() {}

    /** The first column all of whose first values are codes of one system. */
    static Optional<String> likely(CodelistFile file) {
        for (int i = 0; i < file.headers().size(); i++) {
            List<String> sample = file.sample(i);
            boolean codes = !sample.isEmpty()
                    && CodeTexts.systems().stream().anyMatch(system -> sample.stream().allMatch(system::accepts));
            if (codes) {
                return Optional.of(file.headers().get(i));
            }
        }
        return Optional.empty();
    }
}
