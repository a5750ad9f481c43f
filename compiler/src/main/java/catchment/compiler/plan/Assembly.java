package catchment.compiler.plan;

import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SequencedSet;
import org.apache.calcite.rel.RelNode;

/** Computes series for rows: as many stages as {@link Cuts} asks for, and a last relation with the key of the rows and what is wanted. */
final class Assembly {
    /** One column that is computed: by which stage and projection, and what it reads. */
    record Entity(Node node, int stage, int projection, Inputs inputs) {}

    /** What an expression reads. */
    static final class Inputs {
        final Set<Slot> slots = new LinkedHashSet<>();
        final Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        final Set<Lookups.Lookup> lookups = new LinkedHashSet<>();
    }

    private final Workshop shop;
    private final String name;
    private final List<Series> wanted;
    private final Cuts cuts;
    private final List<Entity> entities = new ArrayList<>();
    private final Map<Node, Set<Integer>> usedIn = new IdentityHashMap<>();
    private final Map<Node, Reference> staged = new IdentityHashMap<>();
    private Rows rows;

    /**
     * @param name what stages made on the way are called
     * @param wanted without duplicates
     */
    Assembly(Workshop shop, Rows rows, String name, Collection<Series> wanted) {
        this.shop = shop;
        this.rows = rows;
        this.name = name;
        this.wanted = List.copyOf(wanted);
        this.cuts = new Cuts(shop, rows, wanted);
    }

    /** The last relation; the columns after the key are what is wanted, in order, with these names. */
    RelNode relation(List<String> columnNames) {
        int last = wanted.stream().mapToInt(node -> cuts.of(node).fromStage).max().orElse(0);
        for (Node node : cuts.order()) {
            Cuts.Fact fact = cuts.of(node);
            if (fact.own) {
                entities.add(new Entity(node, fact.inStage, fact.inProjection, inputs(node)));
            }
        }
        List<Entity> roots = new ArrayList<>();
        for (Series node : wanted) {
            Inputs inputs = new Inputs();
            collect(node, inputs);
            roots.add(new Entity(node, last, cuts.of(node).fromStage == last ? cuts.of(node).fromProjection : 0, inputs));
        }
        for (Entity entity : entities) {
            entity.inputs().nodes.forEach(node -> usedIn.computeIfAbsent(node, _ -> new LinkedHashSet<>()).add(entity.stage()));
        }
        for (Entity root : roots) {
            root.inputs().nodes.forEach(node -> usedIn.computeIfAbsent(node, _ -> new LinkedHashSet<>()).add(last));
        }
        for (int stage = 0; stage < last; stage++) {
            stage(stage, roots);
        }
        return step(last, roots, columnNames, List.of());
    }

    private Inputs inputs(Node node) {
        Inputs inputs = new Inputs();
        cuts.of(node).parts.forEach(part -> collect(part.node(), inputs));
        cuts.lookup(node).ifPresent(lookup -> look(lookup, inputs));
        return inputs;
    }

    private void look(Lookups.Lookup lookup, Inputs inputs) {
        inputs.lookups.add(lookup);
        collect(lookup.key(), inputs);
    }

    /** Adds what the node's value is made from: its column, or what its expression reads. */
    private void collect(Node start, Inputs inputs) {
        Deque<Node> stack = new ArrayDeque<>();
        stack.push(start);
        while (!stack.isEmpty()) {
            Node node = stack.pop();
            Cuts.Fact fact = cuts.of(node);
            if (fact.column) {
                inputs.slots.add(rows.find(node).orElseThrow().slot());
            } else if (fact.own) {
                inputs.nodes.add(node);
            } else {
                cuts.lookup(node).ifPresent(lookup -> {
                    inputs.lookups.add(lookup);
                    stack.push(lookup.key());
                });
                fact.parts.forEach(part -> stack.push(part.node()));
            }
        }
    }

    /** Makes one stage on the way, with all that later ones read of what it computes. */
    private void stage(int stage, List<Entity> roots) {
        List<Entity> exported = new ArrayList<>();
        for (Entity entity : entities) {
            boolean later = usedIn.getOrDefault(entity.node(), Set.of()).stream().anyMatch(use -> use > stage);
            if (entity.stage() == stage && later) {
                Inputs inputs = new Inputs();
                if (cuts.of(entity.node()).stage) {
                    exported.add(entity);
                } else {
                    inputs.nodes.add(entity.node());
                    exported.add(new Entity(entity.node(), stage, cuts.of(entity.node()).fromProjection, inputs));
                }
            }
        }
        List<Slot> carried = new ArrayList<>();
        if (rows.carries()) {
            SequencedSet<Slot> slots = new LinkedHashSet<>();
            entities.stream().filter(entity -> entity.stage() > stage).forEach(entity -> slots.addAll(entity.inputs().slots));
            roots.forEach(root -> slots.addAll(root.inputs().slots));
            staged.values().forEach(reference -> slots.add(reference.slot()));
            carried.addAll(slots);
        }
        Names columns = new Names(rows.keyNames());
        List<String> columnNames = new ArrayList<>();
        exported.forEach(entity -> columnNames.add(columns.fresh(shop.served.nameOr(entity.node(), "value"))));
        List<String> carriedNames = carried.stream().map(slot -> columns.fresh(slot.column())).toList();
        columnNames.addAll(carriedNames);
        List<Node> nodes = exported.stream().map(Entity::node).toList();
        RelNode content = step(stage, exported, columnNames, carried);
        Relation relation = shop.stage(name + "_step", "a step towards " + name, content, rows.keyNames(), nodes);
        Map<Slot, Slot> kept = new HashMap<>();
        for (int i = 0; i < carried.size(); i++) {
            kept.put(carried.get(i), new Slot(relation, carriedNames.get(i)));
        }
        staged.replaceAll((_, reference) -> new Reference(kept.getOrDefault(reference.slot(), reference.slot()), reference.read()));
        for (int i = 0; i < exported.size(); i++) {
            Reference reference = new Reference(new Slot(relation, columnNames.get(i)), Relation.Read.PLAIN);
            staged.put(exported.get(i).node(), reference);
        }
        rows = rows.after(relation, kept);
        entities.replaceAll(entity -> moved(entity, kept));
        roots.replaceAll(root -> moved(root, kept));
    }

    private RelNode step(int stage, List<Entity> given, List<String> names, List<Slot> carried) {
        Set<Node> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        given.forEach(entity -> asked.addAll(entity.inputs().nodes));
        List<Entity> local = entities.stream()
                .filter(entity -> entity.stage() == stage && !cuts.of(entity.node()).stage)
                .filter(entity -> asked.contains(entity.node())
                        || usedIn.getOrDefault(entity.node(), Set.of()).contains(stage))
                .toList();
        return new AssemblyStep(shop, rows, cuts, staged, stage, local).relation(given, names, carried);
    }

    private static Entity moved(Entity entity, Map<Slot, Slot> kept) {
        if (kept.isEmpty()) {
            return entity;
        }
        Inputs inputs = new Inputs();
        entity.inputs().slots.forEach(slot -> inputs.slots.add(kept.getOrDefault(slot, slot)));
        inputs.nodes.addAll(entity.inputs().nodes);
        inputs.lookups.addAll(entity.inputs().lookups);
        return new Entity(entity.node(), entity.stage(), entity.projection(), inputs);
    }
}
