package catchment.compiler.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the rows of an inline table are. */
public sealed interface InlineRows {
    /**
     * In the definition itself.
     *
     * @param rows each {@code patient_id} (a {@code Long}) and then the columns in the schema's order; null where a value is missing
     */
    record Written(List<List<Object>> rows) implements InlineRows {
        public Written {
            List<List<Object>> copy = new ArrayList<>();
            for (List<Object> row : rows) {
                copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
            }
            rows = Collections.unmodifiableList(copy);
        }
    }

    /**
     * In a data file, read when the definition is run.
     *
     * @param path as it was written, relative to the working directory
     */
    record File(Path path) implements InlineRows {}
}
