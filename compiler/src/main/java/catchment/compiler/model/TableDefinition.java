package catchment.compiler.model;

import java.util.Optional;

/**
 * A table as it was declared.
 *
 * @param module where: {@code ehrql.tables.core}, or the stem of the definition's file
 * @param className under which name there
 * @param name what it is called in the model and, without a backend, in the database
 * @param schema its columns
 * @param requiredPermission what a project must hold to use it
 * @param activation how rows of patients whose practice has not agreed are kept out
 */
public record TableDefinition(
        String module,
        String className,
        String name,
        TableSchema schema,
        Optional<String> requiredPermission,
        Activation activation) {
    /** How rows of patients whose practice has not agreed are kept out. */
    public sealed interface Activation {
        /** Not filtered: {@code False} in the language. */
        record None() implements Activation {}

        /** Filtered in another way by the backend: {@code None} in the language. */
        record ByBackend() implements Activation {}

        /** Filtered by a column of the table. */
        record ByColumn(String column) implements Activation {}
    }
}
