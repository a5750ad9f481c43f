package catchment.compiler.backend;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a definition uses that a backend does not have, and what a backend promises and lacks. */
public final class UnmappedTables {
    private UnmappedTables() {}

    /** The tables and columns of a definition that the backend does not have, each once, where it is first used. */
    public static List<Diagnostic> of(Collection<? extends Node> roots, Spans spans, BackendDefinition backend) {
        List<Diagnostic> found = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Node node : Graph.postOrder(roots)) {
            Span span = spans.of(node).orElse(Span.NONE);
            table(node).filter(table -> !isMapped(table, backend) && told.add(table.name())).ifPresent(table -> found.add(table(table, span, backend)));
            if (node instanceof SelectColumn column) {
                table(column.source().table())
                        .filter(table -> isMapped(table, backend))
                        .filter(table -> !backend.tables().get(table.name()).columns().containsKey(column.name()))
                        .filter(table -> told.add(table.name() + "." + column.name()))
                        .ifPresent(table -> found.add(Diagnostic.error(
                                BackendCode.BACKEND_TABLE_MISSING,
                                span,
                                "the table `" + table.name() + "` has no column `" + column.name() + "` in the backend `" + backend.name() + "`")));
            }
        }
        return found;
    }

    /** A table with other columns under the same name is another table. */
    private static boolean isMapped(TableDefinition table, BackendDefinition backend) {
        return backend.tables().containsKey(table.name());
    }

    private static Diagnostic table(TableDefinition table, Span span, BackendDefinition backend) {
        Diagnostic found = Diagnostic.error(
                BackendCode.BACKEND_TABLE_MISSING, span, "the backend `" + backend.name() + "` has no table `" + table.name() + "`, which is one of " + table.module());
        if (!backend.schemas().isEmpty() && !backend.schemas().contains(table.module())) {
            return found.hint("it has the tables of `" + String.join("`, `", backend.schemas()) + "`");
        }
        List<String> near = NearNames.of(table.name(), backend.tables().keySet());
        return near.isEmpty()
                ? found.hint("it has `" + String.join("`, `", new TreeSet<>(backend.tables().keySet())) + "`")
                : found.hint("it has `" + String.join("`, `", near) + "`");
    }

    private static Optional<TableDefinition> table(Node node) {
        return switch (node) {
            case SelectTable table -> Optional.of(table.definition());
            case SelectPatientTable table -> Optional.of(table.definition());
            default -> Optional.empty();
        };
    }

    /** The tables and columns that a backend lacks of the schemas that it says it has, and schemas that there are not. */
    public static List<Diagnostic> promised(BackendDefinition backend) {
        List<Diagnostic> found = new ArrayList<>();
        for (String schema : backend.schemas()) {
            Map<String, catchment.compiler.query.FrameValue> tables = BackendCompiler.tables(schema);
            if (tables.isEmpty()) {
                found.add(Diagnostic.error(BackendCode.BACKEND_DECLARATION, Span.NONE, "there is no module of tables `" + schema + "`"));
            }
            tables.values().stream().flatMap(frame -> table(frame.node()).stream()).forEach(table -> {
                BackendTable mapped = backend.tables().get(table.name());
                if (mapped == null) {
                    found.add(Diagnostic.error(
                            BackendCode.BACKEND_DECLARATION, Span.NONE, "the backend `" + backend.name() + "` has no table `" + table.name() + "` of " + schema));
                    return;
                }
                table.schema().columns().stream()
                        .filter(column -> mapped.definition().schema().column(column.name()).filter(known -> known.type() == column.type()).isEmpty())
                        .forEach(column -> found.add(Diagnostic.error(
                                BackendCode.BACKEND_DECLARATION, mapped.place(), "the table `" + table.name() + "` of " + schema + " has a column `" + column.name()
                                        + "` that this mapping has not")));
            });
        }
        return found;
    }
}
