package catchment.compiler.plan;

import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads event tables, level after level, until everything that some nodes need of them is known. */
final class Rounds {
    private final Workshop shop;
    private final Sources sources;
    private final Ties ties;

    Rounds(Workshop shop, Sources sources, Ties ties) {
        this.shop = shop;
        this.sources = sources;
        this.ties = ties;
    }

    /** Makes known what the nodes need, for these patients; what does not depend on the interval once for each patient. */
    void make(Collection<? extends Node> nodes, PatientRows patients) {
        Map<Boolean, List<Node>> needed = needed(nodes).stream().collect(Collectors.partitioningBy(shop.levels::mentionsInterval));
        answer(needed.get(false), patients.withoutIntervals());
        answer(needed.get(true), patients);
    }

    private void answer(List<Node> needed, PatientRows patients) {
        Map<Integer, Map<SelectTable, List<Extraction>>> rounds = new TreeMap<>();
        for (Node node : needed) {
            Extraction extraction = Extraction.of(node, shop, ties);
            rounds.computeIfAbsent(shop.levels.of(node), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(extraction.table(), _ -> new ArrayList<>())
                    .add(extraction);
        }
        rounds.values().forEach(round -> {
            List<Extraction> all = round.values().stream().flatMap(List::stream).toList();
            SequencedSet<Series> asked = asked(all, patients);
            if (patients.calendar().isPresent()) {
                SequencedSet<Series> lasting = new LinkedHashSet<>(asked);
                lasting.removeIf(shop.levels::mentionsInterval);
                compute(lasting, patients.withoutIntervals());
                asked.removeAll(lasting);
            }
            compute(asked, patients);
            round.forEach((table, extractions) -> answer(table, extractions, patients));
        });
    }

    private void answer(SelectTable table, List<Extraction> extractions, PatientRows patients) {
        if (patients.calendar().isEmpty()) {
            Shapes.answer(extractions, new EventRows(shop, sources, patients, table), shop);
        } else {
            Narrowing narrowing = new Narrowing(shop, sources, patients, table, extractions);
            Shapes.answer(narrowing.extractions(), narrowing.rows(), shop);
        }
    }

    /** Makes a stage with the values of these series for each patient. */
    private void compute(SequencedSet<Series> series, PatientRows patients) {
        if (series.isEmpty()) {
            return;
        }
        Names fresh = new Names(patients.keyNames());
        List<String> names = series.stream().map(one -> fresh.fresh(shop.served.nameOr(one, "value"))).toList();
        String name = shop.served.name(series) + "_bounds";
        Relation stage = shop.stage(name, "what events are compared with", new Assembly(shop, patients, name, series).relation(names), patients.keyNames(), series);
        int i = 0;
        for (Series one : series) {
            shop.know(one, new Relation.Reference(new Relation.Slot(stage, names.get(i++)), Relation.Read.PLAIN));
        }
    }

    /** The extractions below the nodes that have not been answered. */
    private List<Node> needed(Collection<? extends Node> nodes) {
        List<Node> found = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> stack = new ArrayDeque<>();
        List.copyOf(nodes).reversed().forEach(stack::push);
        while (!stack.isEmpty()) {
            Node node = stack.pop();
            if (!seen.add(node) || shop.known(node).isPresent()) {
                continue;
            }
            if (Levels.extracts(node)) {
                found.add(node);
            }
            Graph.children(node).reversed().forEach(stack::push);
        }
        return found;
    }

    /** What extractions ask of the patient that has to be computed first. */
    private SequencedSet<Series> asked(List<Extraction> extractions, PatientRows patients) {
        SequencedSet<Series> asked = new LinkedHashSet<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> stack = new ArrayDeque<>();
        for (Extraction extraction : extractions) {
            extraction.flag().ifPresent(stack::push);
            extraction.values().forEach(stack::push);
            while (!stack.isEmpty()) {
                Node node = stack.pop();
                if (!seen.add(node)) {
                    continue;
                }
                if (shop.levels.isPerPatient(node)) {
                    if (patients.find(node).isEmpty()) {
                        asked.add((Series) node);
                    }
                } else if (node instanceof Series series && !(series instanceof catchment.compiler.model.SelectColumn)) {
                    Graph.children(node).forEach(stack::push);
                }
            }
        }
        return asked;
    }
}
