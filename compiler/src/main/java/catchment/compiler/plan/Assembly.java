package catchment.compiler.plan;

import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Computes series for rows: as many stages as {@link Cuts} asks for, and a last relation with the key of the rows and what is wanted. */
final class Assembly {
    /** One column that is computed: by which stage and projection, and what it reads. */
    private record Entity(Node node, int stage, int projection, Inputs inputs) {}

    /** What an expression reads. */
    private static final class Inputs {
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
        return new Step(last, roots, columnNames, List.of()).relation();
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
        RelNode content = new Step(stage, exported, columnNames, carried).relation();
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

    /** The relation of one stage: what it reads, joined; projections that name shared parts; what it gives. */
    private final class Step implements Expressions.Columns {
        private final int stage;
        private final List<Entity> given;
        private final List<String> givenNames;
        private final List<Slot> carried;
        private final List<Entity> local = new ArrayList<>();
        private final Map<Slot, Integer> slots = new LinkedHashMap<>();
        private final Map<Node, Integer> nodes = new IdentityHashMap<>();
        private final Map<Lookups.Lookup, Map<String, Integer>> lookups = new LinkedHashMap<>();
        private final Expressions expressions = new Expressions(shop, this);
        private final List<Slot> key = rows.key();
        private final List<Integer> keyAt = new ArrayList<>();
        private RelNode at;

        Step(int stage, List<Entity> given, List<String> givenNames, List<Slot> carried) {
            this.stage = stage;
            this.given = given;
            this.givenNames = givenNames;
            this.carried = carried;
            Set<Node> asked = Collections.newSetFromMap(new IdentityHashMap<>());
            given.forEach(entity -> asked.addAll(entity.inputs().nodes));
            for (Entity entity : entities) {
                Node node = entity.node();
                if (entity.stage() == stage
                        && !cuts.of(node).stage
                        && (asked.contains(node) || usedIn.getOrDefault(node, Set.of()).contains(stage))) {
                    local.add(entity);
                }
            }
        }

        RelNode relation() {
            int projections = 0;
            for (Entity entity : given) {
                projections = Math.max(projections, entity.projection());
            }
            for (Entity entity : local) {
                projections = Math.max(projections, entity.projection() + 1);
            }
            SequencedSet<Slot> needed = new LinkedHashSet<>();
            for (Entity entity : all()) {
                needed.addAll(entity.inputs().slots);
                entity.inputs().nodes.stream().filter(staged::containsKey).forEach(node -> needed.add(staged.get(node).slot()));
                for (Lookups.Lookup lookup : entity.inputs().lookups) {
                    Optional.ofNullable(staged.get(lookup.key())).ifPresent(reference -> needed.add(reference.slot()));
                }
            }
            needed.addAll(carried);
            at = rows.read(needed, slots);
            key.forEach(slot -> keyAt.add(slots.get(slot)));
            for (int projection = 0; projection < projections; projection++) {
                joinLookups(projection);
                name(projection);
            }
            joinLookups(projections);
            List<RexNode> expressionsGiven = new ArrayList<>();
            List<String> names = new ArrayList<>();
            keyAt.forEach(column -> expressionsGiven.add(shop.algebra.input(at, column)));
            names.addAll(rows.keyNames());
            for (Entity entity : given) {
                boolean here = cuts.of(entity.node()).stage && !staged.containsKey(entity.node());
                expressionsGiven.add(here ? expressions.computed(entity.node()) : expressions.of(entity.node()));
            }
            carried.forEach(slot -> expressionsGiven.add(shop.algebra.input(at, slots.get(slot))));
            names.addAll(givenNames);
            return shop.algebra.project(at, expressionsGiven, names);
        }

        private List<Entity> all() {
            return from(0);
        }

        /** What is computed by this projection, by later ones, or at the end. */
        private List<Entity> from(int projection) {
            List<Entity> found = new ArrayList<>(given);
            local.stream().filter(entity -> entity.projection() >= projection).forEach(found::add);
            return found;
        }

        /** Joins what is looked up by values that can be used from this projection on. */
        private void joinLookups(int projection) {
            for (Entity entity : from(projection)) {
                for (Lookups.Lookup lookup : entity.inputs().lookups) {
                    if (!lookups.containsKey(lookup) && projectionOf(lookup.key()) <= projection) {
                        join(lookup);
                    }
                }
            }
        }

        private int projectionOf(Node key) {
            Cuts.Fact fact = cuts.of(key);
            return fact.fromStage == stage ? fact.fromProjection : 0;
        }

        private void join(Lookups.Lookup lookup) {
            List<String> columns = List.copyOf(lookup.relation().columns().keySet());
            RelNode right = shop.scan(lookup.relation(), columns);
            int width = at.getRowType().getFieldCount();
            RexNode condition = shop.algebra.call(
                    SqlStdOperatorTable.EQUALS,
                    Type.BOOL,
                    expressions.of(lookup.key()),
                    shop.algebra.joined(at, right, columns.indexOf(lookup.keyColumn())));
            for (int i = key.size() - 1; i >= 0; i--) {
                String column = key.get(i).column();
                if (lookup.relation().key().contains(column)) {
                    RexNode own = shop.algebra.call(
                            SqlStdOperatorTable.EQUALS,
                            Type.BOOL,
                            shop.algebra.input(at, keyAt.get(i)),
                            shop.algebra.joined(at, right, columns.indexOf(column)));
                    condition = shop.algebra.call(SqlStdOperatorTable.AND, Type.BOOL, own, condition);
                }
            }
            at = shop.algebra.join(at, right, JoinRelType.LEFT, condition);
            Map<String, Integer> positions = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                positions.put(columns.get(i), width + i);
            }
            lookups.put(lookup, positions);
        }

        /** Names the shared parts that one projection computes, and passes on what is read above it. */
        private void name(int projection) {
            List<RexNode> values = new ArrayList<>();
            List<String> names = new ArrayList<>();
            Names columns = new Names();
            for (int i = 0; i < key.size(); i++) {
                values.add(shop.algebra.input(at, keyAt.get(i)));
                names.add(columns.fresh(key.get(i).column()));
            }
            Map<Slot, Integer> slotsAbove = new HashMap<>();
            Map<Node, Integer> nodesAbove = new IdentityHashMap<>();
            Map<Lookups.Lookup, Map<String, Integer>> lookupsAbove = new HashMap<>();
            Set<Slot> neededSlots = new LinkedHashSet<>(carried);
            Set<Node> neededNodes = Collections.newSetFromMap(new IdentityHashMap<>());
            Set<Lookups.Lookup> neededLookups = new LinkedHashSet<>();
            for (Entity entity : from(projection + 1)) {
                neededSlots.addAll(entity.inputs().slots);
                neededNodes.addAll(entity.inputs().nodes);
                neededLookups.addAll(entity.inputs().lookups);
            }
            neededNodes.stream().filter(staged::containsKey).forEach(node -> neededSlots.add(staged.get(node).slot()));
            for (Slot slot : neededSlots) {
                slotsAbove.put(slot, values.size());
                values.add(shop.algebra.input(at, slots.get(slot)));
                names.add(columns.fresh(slot.column()));
            }
            for (Lookups.Lookup lookup : neededLookups) {
                Map<String, Integer> positions = lookups.get(lookup);
                if (positions != null) {
                    Map<String, Integer> positionsAbove = new HashMap<>();
                    for (String column : new java.util.TreeSet<>(positions.keySet())) {
                        positionsAbove.put(column, values.size());
                        values.add(shop.algebra.input(at, positions.get(column)));
                        names.add(columns.fresh(column));
                    }
                    lookupsAbove.put(lookup, positionsAbove);
                }
            }
            for (Entity entity : local) {
                Node node = entity.node();
                boolean computed = entity.projection() == projection;
                if (computed || (nodes.containsKey(node) && neededNodes.contains(node))) {
                    nodesAbove.put(node, values.size());
                    values.add(computed ? expressions.computed(node) : shop.algebra.input(at, nodes.get(node)));
                    names.add(columns.fresh(shop.served.nameOr(node, "value")));
                }
            }
            at = shop.algebra.project(at, values, names);
            keyAt.replaceAll(column -> keyAt.indexOf(column));
            slots.clear();
            slots.putAll(slotsAbove);
            nodes.clear();
            nodes.putAll(nodesAbove);
            lookups.clear();
            lookups.putAll(lookupsAbove);
        }

        @Override
        public Optional<RexNode> value(Node node) {
            Integer named = nodes.get(node);
            if (named != null) {
                return Optional.of(shop.algebra.input(at, named));
            }
            Reference reference = staged.get(node);
            if (reference == null && cuts.of(node).column) {
                reference = rows.find(node).orElseThrow();
            }
            if (reference == null) {
                return Optional.empty();
            }
            return Optional.of(reference.read().of(shop.algebra, shop.algebra.input(at, slots.get(reference.slot()))));
        }

        @Override
        public RexNode lookup(Lookups.Lookup lookup, String column) {
            return shop.algebra.input(at, lookups.get(lookup).get(column));
        }

        @Override
        public List<Node> chain(Function function) {
            return cuts.chain(function);
        }

        @Override
        public boolean needsGuard(Node node) {
            return cuts.of(node).guard;
        }
    }
}
