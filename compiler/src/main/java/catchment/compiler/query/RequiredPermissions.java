package catchment.compiler.query;

import catchment.compiler.definition.Definition;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The permissions that a definition needs, for its tables and for what it writes. */
public final class RequiredPermissions {
    private static final String EVENT_LEVEL = "event_level_data";

    private RequiredPermissions() {}

    /**
     * One permission.
     *
     * @param permission its name
     * @param feature the table that needs it, or "event-level data"
     * @param span the first use
     */
    public record Required(String permission, String feature, Span span) {}

    /** Every permission that the definition needs, once each. */
    public static List<Required> of(Definition definition) {
        return of(definition, Map.of());
    }

    /**
     * The same on a backend that has its own.
     *
     * @param ofBackend what it wants besides for a table, by the table's name
     */
    public static List<Required> of(Definition definition, Map<String, String> ofBackend) {
        List<Node> roots = new ArrayList<>();
        definition.dataset().ifPresent(dataset -> roots.addAll(dataset.roots()));
        definition.measures().ifPresent(measures -> measures.measures().forEach(measure -> {
            roots.add(measure.numerator());
            roots.add(measure.denominator());
            roots.addAll(measure.groupBy().values());
        }));
        Map<String, Required> found = new LinkedHashMap<>();
        for (Node node : Graph.postOrder(roots)) {
            Optional<TableDefinition> table = switch (node) {
                case SelectTable select -> Optional.of(select.definition());
                case SelectPatientTable select -> Optional.of(select.definition());
                case InlinePatientTable inline -> Optional.of(inline.definition());
                default -> Optional.empty();
            };
            table.flatMap(TableDefinition::requiredPermission).ifPresent(permission -> found.putIfAbsent(
                    permission,
                    new Required(permission, table.get().className(), definition.spans().of(node).orElse(Span.NONE))));
            table.flatMap(used -> Optional.ofNullable(ofBackend.get(used.name()))).ifPresent(permission -> found.putIfAbsent(
                    permission,
                    new Required(permission, table.get().className(), definition.spans().of(node).orElse(Span.NONE))));
        }
        definition.dataset().ifPresent(dataset -> dataset.events().values().stream()
                .findFirst()
                .ifPresent(table -> found.putIfAbsent(
                        EVENT_LEVEL, new Required(EVENT_LEVEL, "event-level data", definition.spans().of(table).orElse(Span.NONE)))));
        return List.copyOf(found.values());
    }

    /**
     * What is said of permissions that are missing.
     *
     * @param held what the project holds, for a run on real data; empty for dummy data, where claims count
     */
    public static List<Diagnostic> missing(Definition definition, Optional<Set<String>> held) {
        return missing(definition, held, Map.of());
    }

    /**
     * The same on a backend that has its own.
     *
     * @param ofBackend what it wants besides for a table, by the table's name
     */
    public static List<Diagnostic> missing(Definition definition, Optional<Set<String>> held, Map<String, String> ofBackend) {
        Set<String> known = held.orElseGet(() -> Set.copyOf(definition.claimedPermissions()));
        return of(definition, ofBackend).stream()
                .filter(required -> !known.contains(required.permission()))
                .map(required -> {
                    Diagnostic found = Diagnostic.error(
                            QueryCode.PERMISSION_MISSING,
                            required.span(),
                            Words.tick(required.feature()) + " needs the permission " + Words.tick(required.permission()));
                    List<String> near = held.isPresent() ? List.of() : NearNames.of(required.permission(), known);
                    if (!near.isEmpty()) {
                        return found.hint("`claim_permissions` is given " + Words.tick(Words.quoted(near.getFirst())) + ": write "
                                + Words.tick(Words.quoted(required.permission())));
                    }
                    return held.isPresent()
                            ? found.hint("the project does not hold it: it is applied for together with the project, from those who run the database")
                            : found.hint("to work on dummy data, add " + Words.tick("claim_permissions(" + Words.quoted(required.permission()) + ")"))
                                    .hint("on real data the project must hold it: it is applied for together with the project, from those who run the database");
                })
                .toList();
    }
}
