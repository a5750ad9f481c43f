package catchment.compiler.plan;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.apache.calcite.rel.RelNode;

/** One row for each event of a table that belongs to one of the patients; what is known of the patient is joined to it. */
final class EventRows implements Rows {
    private final Workshop shop;
    private final PatientRows patients;
    private final SelectTable table;
    private final Relation events;
    private final Map<Node, String> computed;
    private final Optional<Relation> stage;
    private final Map<Slot, Slot> kept;

    EventRows(Workshop shop, Sources sources, PatientRows patients, SelectTable table) {
        this(shop, patients, table, sources.of(table), Map.of());
    }

    /**
     * Events from elsewhere than the table itself.
     *
     * @param events some rows of the table, with its columns' names
     * @param computed other columns of theirs, by what they hold
     */
    EventRows(Workshop shop, PatientRows patients, SelectTable table, Relation events, Map<Node, String> computed) {
        this(shop, patients, table, events, computed, Optional.empty(), Map.of());
    }

    private EventRows(
            Workshop shop,
            PatientRows patients,
            SelectTable table,
            Relation events,
            Map<Node, String> computed,
            Optional<Relation> stage,
            Map<Slot, Slot> kept) {
        this.shop = shop;
        this.patients = patients;
        this.table = table;
        this.events = events;
        this.computed = computed;
        this.stage = stage;
        this.kept = kept;
    }

    @Override
    public List<Slot> key() {
        return keyOfEvents().stream().map(this::now).toList();
    }

    private List<Slot> keyOfEvents() {
        List<Slot> key = new ArrayList<>(patients.key());
        // an event's own column says whose it is
        key.set(0, new Slot(events, Relation.PATIENT));
        return key;
    }

    @Override
    public Optional<Reference> find(Node node) {
        if (computed.containsKey(node)) {
            return Optional.of(new Reference(now(new Slot(events, computed.get(node))), Relation.Read.PLAIN));
        }
        if (node instanceof SelectColumn column && column.source() instanceof EventFrame frame) {
            if (frame.table() != table) {
                throw new IllegalStateException("a column of another table");
            }
            return Optional.of(new Reference(now(new Slot(events, column.name())), Relation.Read.PLAIN));
        }
        return shop.levels.isPerPatient(node) || shop.known(node).isPresent()
                ? patients.find(node).map(found -> new Reference(now(found.slot()), found.read()))
                : Optional.empty();
    }

    private Slot now(Slot slot) {
        return kept.getOrDefault(slot, slot);
    }

    @Override
    public RelNode read(Collection<Slot> slots, Map<Slot, Integer> positions) {
        if (stage.isPresent()) {
            SequencedSet<String> columns = new LinkedHashSet<>(stage.get().key());
            slots.forEach(slot -> columns.add(slot.column()));
            List<String> names = List.copyOf(columns);
            slots.forEach(slot -> positions.put(slot, names.indexOf(slot.column())));
            key().forEach(slot -> positions.put(slot, names.indexOf(slot.column())));
            return shop.scan(stage.get(), names);
        }
        SequencedSet<String> own = new LinkedHashSet<>();
        own.add(Relation.PATIENT);
        List<Slot> others = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.relation() == events) {
                own.add(slot.column());
            } else {
                others.add(slot);
            }
        }
        List<String> names = List.copyOf(own);
        RelNode at = shop.scan(events, names);
        for (int i = 0; i < names.size(); i++) {
            positions.put(new Slot(events, names.get(i)), i);
        }
        return patients.onto(at, others, positions);
    }

    @Override
    public Rows after(Relation made, Map<Slot, Slot> carried) {
        Map<Slot, Slot> next = new HashMap<>();
        kept.forEach((old, at) -> next.put(old, carried.getOrDefault(at, at)));
        carried.forEach(next::putIfAbsent);
        keyOfEvents().forEach(slot -> next.put(slot, new Slot(made, slot.column())));
        return new EventRows(shop, patients, table, events, computed, Optional.of(made), next);
    }

    @Override
    public boolean carries() {
        return true;
    }
}
