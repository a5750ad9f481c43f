package catchment.compiler.plan;

import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which parts of expressions become columns of their own, so that the text stays linear in the nodes and no expression nests too deep.
 *
 * <p>A small part is written out wherever it is used. A larger one that is used more than once is named in a projection below; one that an engine would write
 * out again too largely when it merges projections is computed by a stage before.
 */
final class Cuts {
    /** What is known of a node: parts it is made of, size of its text, when it can be computed and used. */
    static final class Fact {
        List<Operands.Part> parts = List.of();
        int uses;
        boolean forced;
        boolean column;
        boolean own;
        boolean stage;
        boolean absorbed;
        boolean guard;
        double size = 1;
        double expanded = 1;
        int depth = 1;

        /** The stage and the projection within it that compute the node's expression. */
        int inStage;

        int inProjection;

        /** From which stage and projection on its value can be used. */
        int fromStage;

        int fromProjection;

        private double guardedSize(double copies) {
            return guard ? 1 + copies * size : size;
        }
    }

    private static final int SMALL = 16;
    private static final int MOST_PROJECTIONS = 3;

    private final Workshop shop;
    private final Operands operands;
    private final Map<Node, Fact> facts = new IdentityHashMap<>();
    private final List<Node> order = new ArrayList<>();

    /**
     * @param rows where columns are found
     * @param wanted what is to be computed
     */
    Cuts(Workshop shop, Rows rows, Collection<? extends Node> wanted) {
        this.shop = shop;
        this.operands = new Operands(shop);
        Set<Node> roots = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.addAll(wanted);
        walk(rows, roots);
        flatten(roots);
        for (Node node : order) {
            decide(node, facts.get(node));
        }
    }

    Fact of(Node node) {
        return facts.get(node);
    }

    /** All nodes, parts first. */
    List<Node> order() {
        return order;
    }

    private void walk(Rows rows, Set<Node> roots) {
        record Visit(Node node, boolean leaving) {}
        Deque<Visit> stack = new ArrayDeque<>();
        for (Node root : roots) {
            stack.push(new Visit(root, false));
            while (!stack.isEmpty()) {
                Visit visit = stack.pop();
                Node node = visit.node();
                if (visit.leaving()) {
                    order.add(node);
                    continue;
                }
                if (facts.containsKey(node)) {
                    continue;
                }
                Fact fact = new Fact();
                facts.put(node, fact);
                stack.push(new Visit(node, true));
                if (rows.find(node).isPresent()) {
                    fact.column = true;
                    continue;
                }
                fact.parts = operands.of(node);
                for (Operands.Part part : fact.parts.reversed()) {
                    stack.push(new Visit(part.node(), false));
                }
            }
        }
        int finite = shop.capabilities.copies().of(Operators.FINITE, 0);
        for (Node node : order) {
            Fact fact = facts.get(node);
            int guards = Operands.isFloatArithmetic(node) ? finite : 1;
            for (Operands.Part part : fact.parts) {
                facts.get(part.node()).uses += part.copies() * (part.raw() ? 1 : guards);
            }
            lookup(node).ifPresent(lookup -> facts.get(lookup.key()).forced = true);
        }
        roots.forEach(root -> facts.get(root).uses++);
    }

    /** Gives each chain of AND or OR all its operands, however they were nested. */
    private void flatten(Set<Node> roots) {
        for (Node node : order) {
            if (isChain(node)) {
                for (Operands.Part part : facts.get(node).parts) {
                    Fact below = facts.get(part.node());
                    below.absorbed = isChain(part.node())
                            && ((Function) part.node()).operator() == ((Function) node).operator()
                            && below.uses == 1
                            && !below.column;
                }
            }
        }
        for (Node node : order) {
            Fact fact = facts.get(node);
            if (isChain(node) && !fact.absorbed) {
                List<Operands.Part> all = new ArrayList<>();
                Deque<Operands.Part> stack = new ArrayDeque<>(fact.parts);
                while (!stack.isEmpty()) {
                    Operands.Part part = stack.pop();
                    Fact below = facts.get(part.node());
                    if (below.absorbed) {
                        below.parts.reversed().forEach(stack::push);
                    } else {
                        all.add(part);
                    }
                }
                fact.parts = all;
            }
        }
    }

    private boolean isChain(Node node) {
        return node instanceof Function function
                && !facts.get(node).column
                && shop.constants.of(node).isEmpty()
                && (function.operator() == Operator.AND
                        || (function.operator() == Operator.OR && Operands.missingOrFalse(function).isEmpty()));
    }

    private void decide(Node node, Fact fact) {
        if (node instanceof catchment.compiler.model.Series series && series.type() == catchment.compiler.model.Type.INT) {
            shop.ranges.of(node);
        }
        if (fact.column || shop.constants.of(node).isPresent() || fact.absorbed) {
            return;
        }
        int finite = shop.capabilities.copies().of(Operators.FINITE, 0);
        boolean real = Operands.isFloatArithmetic(node);
        fact.guard = real && Operands.isGuarded((Function) node);
        double size = 1;
        double expanded = 1;
        int depth = 0;
        int stage = 0;
        int projection = 0;
        for (Operands.Part part : fact.parts) {
            Fact below = facts.get(part.node());
            boolean named = below.column || below.own;
            size += part.copies() * (named ? 1 : part.raw() ? below.size : below.guardedSize(finite));
            expanded += part.copies() * (below.column || below.stage ? 1 : below.expanded * (below.guard && !part.raw() ? finite : 1));
            depth = Math.max(depth, named ? 1 : below.depth);
            fact.guard |= real && !named && part.raw() && below.guard;
            if (below.fromStage > stage) {
                stage = below.fromStage;
                projection = below.fromProjection;
            } else if (below.fromStage == stage) {
                projection = Math.max(projection, below.fromProjection);
            }
        }
        fact.size = size;
        fact.expanded = expanded;
        fact.depth = depth + 2 + (isChain(node) ? 64 - Long.numberOfLeadingZeros(fact.parts.size()) : 0) + (fact.guard ? 2 : 0);
        fact.inStage = stage;
        fact.inProjection = projection;
        fact.fromStage = stage;
        fact.fromProjection = projection;
        boolean shared = fact.uses > 1;
        boolean deep = fact.depth > shop.capabilities.expressionDepth() / 2;
        if (shared && expanded > shop.capabilities.expandedSize()) {
            fact.stage = true;
        } else if (shared && fact.guardedSize(finite) > SMALL || fact.forced || deep) {
            fact.own = true;
            fact.stage = projection + 1 > MOST_PROJECTIONS;
        }
        if (fact.stage) {
            fact.own = true;
            fact.fromStage = stage + 1;
            fact.fromProjection = 0;
        } else if (fact.own) {
            fact.fromProjection = projection + 1;
        }
    }

    /** The operands of a chain of AND or OR. */
    List<Node> chain(Function function) {
        return facts.get(function).parts.stream().map(Operands.Part::node).toList();
    }

    /** Where a node that is looked up is joined, if it is. */
    Optional<Lookups.Lookup> lookup(Node node) {
        return facts.get(node).column || shop.constants.of(node).isPresent() ? Optional.empty() : shop.lookups.of(node);
    }
}
