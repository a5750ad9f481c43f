package catchment.compiler.plan;

import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Assembly.Entity;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The relation of one stage of an assembly: what it reads, joined; projections that name shared parts; what it gives. */
final class AssemblyStep implements Expressions.Columns {
    private final Workshop shop;
    private final Rows rows;
    private final Cuts cuts;
    private final Map<Node, Reference> staged;
    private final int stage;
    private final List<Entity> local;
    private final List<Entity> given = new ArrayList<>();
    private final List<Slot> carried = new ArrayList<>();
    private final Map<Slot, Integer> slots = new LinkedHashMap<>();
    private final Map<Node, Integer> nodes = new IdentityHashMap<>();
    private final Map<Lookups.Lookup, Map<String, Integer>> lookups = new LinkedHashMap<>();
    private final Expressions expressions;
    private final List<Slot> key;
    private final List<Integer> keyAt = new ArrayList<>();
    private RelNode at;

    /**
     * @param rows that the step reads
     * @param staged where the values are that earlier stages have computed
     * @param stage its number
     * @param local what projections of this stage compute
     */
    AssemblyStep(Workshop shop, Rows rows, Cuts cuts, Map<Node, Reference> staged, int stage, List<Entity> local) {
        this.shop = shop;
        this.rows = rows;
        this.cuts = cuts;
        this.staged = staged;
        this.stage = stage;
        this.local = local;
        this.expressions = new Expressions(shop, this);
        this.key = rows.key();
    }

    /**
     * The relation.
     *
     * @param wanted the values that it gives, behind the key
     * @param through columns that it passes on behind them
     * @param givenNames names of both
     */
    RelNode relation(List<Entity> wanted, List<String> givenNames, List<Slot> through) {
        given.addAll(wanted);
        carried.addAll(through);
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
                for (String column : new TreeSet<>(positions.keySet())) {
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
        for (int i = 0; i < key.size(); i++) {
            keyAt.set(i, i);
        }
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
