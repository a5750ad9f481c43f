package catchment.compiler.plan;

import catchment.compiler.model.Count;
import catchment.compiler.model.Exists;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** One row for each patient of a relation that lists patients, or for each patient and interval; everything else is joined to it. */
final class PatientRows implements Rows {
    private static final Relation.Read PRESENT =
            (algebra, patient) -> algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, patient);
    private static final Relation.Read ONE_OR_NONE = (algebra, patient) ->
            algebra.call(Operators.TO_WHOLE, Type.INT, algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, patient));

    private final Workshop shop;
    private final Sources sources;
    private final Relation patients;
    private final Optional<Calendar> calendar;
    private final Optional<PatientRows> beneath;
    private final Map<Slot, Slot> moved = new HashMap<>();

    /**
     * @param patients a relation with each patient once
     */
    PatientRows(Workshop shop, Sources sources, Relation patients) {
        this(shop, sources, patients, Optional.empty(), Optional.empty());
    }

    private PatientRows(
            Workshop shop, Sources sources, Relation patients, Optional<Calendar> calendar, Optional<PatientRows> beneath) {
        this.shop = shop;
        this.sources = sources;
        this.patients = patients;
        this.calendar = calendar;
        this.beneath = beneath;
    }

    /** A row for each of the patients in each of the intervals. */
    PatientRows during(Calendar intervals) {
        return new PatientRows(shop, sources, patients, Optional.of(intervals), Optional.of(this));
    }

    /** Those of the rows that a relation with the same key, or a row for each patient, lists. */
    PatientRows only(Relation some) {
        return new PatientRows(shop, sources, some, calendar, beneath);
    }

    /** A row for each patient, whatever the interval: at least all that have a row here. */
    PatientRows withoutIntervals() {
        return beneath.orElse(this);
    }

    Relation patients() {
        return patients;
    }

    Optional<Calendar> calendar() {
        return calendar;
    }

    @Override
    public List<Slot> key() {
        Slot patient = new Slot(patients, Relation.PATIENT);
        return calendar.map(intervals -> List.of(patient, new Slot(isCrossed() ? intervals.relation() : patients, Relation.INTERVAL)))
                .orElse(List.of(patient));
    }

    /** True if the relation lists patients only, each of whom is to have a row for each interval. */
    private boolean isCrossed() {
        return calendar.isPresent() && !patients.key().contains(Relation.INTERVAL);
    }

    @Override
    public Optional<Reference> find(Node node) {
        Optional<Reference> known = shop.known(node).or(() -> calendar.flatMap(intervals -> intervals.find(node)));
        if (known.isPresent()) {
            return known;
        }
        return switch (node) {
            case Exists exists when shop.known(exists.source()).isPresent() ->
                Optional.of(new Reference(shop.known(exists.source()).get().slot(), PRESENT));
            case Count count when shop.known(count.source()).isPresent() ->
                Optional.of(new Reference(shop.known(count.source()).get().slot(), ONE_OR_NONE));
            case SelectColumn column when isTable(column.source()) -> {
                Slot slot = new Slot(sources.of(column.source()), column.name());
                yield Optional.of(new Reference(slot, Relation.Read.PLAIN));
            }
            case Exists exists when isTable(exists.source()) -> Optional.of(present(exists.source(), PRESENT));
            case Count count when isTable(count.source()) -> Optional.of(present(count.source(), ONE_OR_NONE));
            default -> Optional.empty();
        };
    }

    private Reference present(Node table, Relation.Read read) {
        return new Reference(new Slot(sources.of(table), Relation.PATIENT), read);
    }

    private static boolean isTable(Node frame) {
        return frame instanceof PatientFrame table && switch (table) {
            case SelectPatientTable _, InlinePatientTable _ -> true;
            case PickOneRowPerPatient _ -> false;
        };
    }

    @Override
    public RelNode read(Collection<Slot> slots, Map<Slot, Integer> positions) {
        return read(Optional.empty(), slots, positions);
    }

    /** Joins the patients, and what is known of them, to rows whose first column is the patient; rows of others are left out. */
    RelNode onto(RelNode events, Collection<Slot> slots, Map<Slot, Integer> positions) {
        return read(Optional.of(events), slots, positions);
    }

    private RelNode read(Optional<RelNode> events, Collection<Slot> slots, Map<Slot, Integer> positions) {
        gather(slots);
        Map<Relation, SequencedSet<String>> columns = columns(slots);
        SequencedSet<String> own = columns.remove(patients);
        RelNode first = scan(patients, own == null ? List.of() : own);
        Map<Slot, Integer> actual = new HashMap<>();
        place(patients, first, events.map(left -> left.getRowType().getFieldCount()).orElse(0), actual);
        RelNode at = events.map(left -> shop.algebra.join(left, 0, first, 0, JoinRelType.INNER)).orElse(first);
        if (isCrossed()) {
            Relation intervals = calendar.orElseThrow().relation();
            SequencedSet<String> dates = columns.remove(intervals);
            RelNode right = scan(intervals, dates == null ? List.of() : dates);
            place(intervals, right, at.getRowType().getFieldCount(), actual);
            at = shop.algebra.join(at, right, JoinRelType.INNER, shop.algebra.literal(true, Type.BOOL));
        }
        for (Slot slot : key()) {
            positions.put(slot, actual.get(slot));
        }
        for (Map.Entry<Relation, SequencedSet<String>> entry : columns.entrySet()) {
            at = join(at, entry.getKey(), entry.getValue(), actual);
        }
        for (Slot slot : slots) {
            positions.put(slot, actual.get(now(slot)));
        }
        return at;
    }

    private RelNode join(RelNode left, Relation relation, SequencedSet<String> columns, Map<Slot, Integer> positions) {
        RelNode right = scan(relation, columns);
        place(relation, right, left.getRowType().getFieldCount(), positions);
        List<RexNode> equal = new ArrayList<>();
        for (int i = 0; i < relation.key().size(); i++) {
            // the first column is the patient, of an event too
            int own = relation.key().get(i).equals(Relation.PATIENT) ? 0 : positions.get(key().getLast());
            equal.add(shop.algebra.call(
                    SqlStdOperatorTable.EQUALS, Type.BOOL, shop.algebra.input(left, own), shop.algebra.joined(left, right, i)));
        }
        boolean always = calendar.isPresent() && relation == calendar.get().relation();
        RexNode condition = shop.algebra.balanced(SqlStdOperatorTable.AND, equal);
        return shop.algebra.join(left, right, always ? JoinRelType.INNER : JoinRelType.LEFT, condition);
    }

    private RelNode scan(Relation relation, Collection<String> columns) {
        Set<String> all = new LinkedHashSet<>(relation.key());
        all.addAll(columns);
        return shop.scan(relation, List.copyOf(all));
    }

    private static void place(Relation relation, RelNode scan, int offset, Map<Slot, Integer> positions) {
        List<String> names = scan.getRowType().getFieldNames();
        for (int i = 0; i < names.size(); i++) {
            positions.put(new Slot(relation, names.get(i)), offset + i);
        }
    }

    private Slot now(Slot slot) {
        return moved.getOrDefault(slot, slot);
    }

    /** The columns of each relation, in order of first need. */
    private Map<Relation, SequencedSet<String>> columns(Collection<Slot> slots) {
        Map<Relation, SequencedSet<String>> columns = new java.util.IdentityHashMap<>();
        Map<Relation, SequencedSet<String>> ordered = new LinkedHashMap<>();
        List<Relation> order = new ArrayList<>();
        for (Slot slot : slots) {
            Slot at = now(slot);
            columns.computeIfAbsent(at.relation(), relation -> {
                        order.add(relation);
                        return new LinkedHashSet<>();
                    })
                    .add(at.column());
        }
        order.forEach(relation -> ordered.put(relation, columns.get(relation)));
        return ordered;
    }

    /** Where more relations are needed than may be joined at once, brings some together in a stage. */
    private void gather(Collection<Slot> slots) {
        while (true) {
            Map<Relation, SequencedSet<String>> columns = columns(slots);
            columns.remove(patients);
            int most = shop.capabilities.joinsAtOnce();
            if (columns.size() <= most) {
                return;
            }
            List<Slot> some = new ArrayList<>();
            columns.entrySet().stream()
                    .limit(most)
                    .forEach(entry -> entry.getValue().forEach(column -> some.add(new Slot(entry.getKey(), column))));
            combine(some);
        }
    }

    /** Brings columns together in one stage; from now on they are read from there. */
    Slot combine(List<Slot> some) {
        Map<Slot, Integer> positions = new HashMap<>();
        RelNode joined = read(some, positions);
        List<String> key = keyNames();
        Names fresh = new Names(key);
        List<RexNode> values = new ArrayList<>();
        key().forEach(slot -> values.add(shop.algebra.input(joined, positions.get(slot))));
        List<String> names = new ArrayList<>(key);
        for (Slot slot : some) {
            values.add(shop.algebra.input(joined, positions.get(slot)));
            names.add(fresh.fresh(slot.column().equals(Relation.PATIENT) ? slot.relation().name() : slot.column()));
        }
        RelNode content = shop.algebra.project(joined, values, names);
        Relation stage = shop.stage("joined", "values brought together", content, key, List.of());
        for (int i = 0; i < some.size(); i++) {
            Slot target = new Slot(stage, names.get(key.size() + i));
            Slot old = some.get(i);
            moved.replaceAll((_, at) -> at.equals(old) ? target : at);
            moved.put(old, target);
        }
        return new Slot(stage, Relation.PATIENT);
    }

    @Override
    public Rows after(Relation stage, Map<Slot, Slot> kept) {
        return this;
    }

    @Override
    public boolean carries() {
        return false;
    }
}
