package catchment.compiler.plan;

import catchment.compiler.model.Node;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;

/** The rows that expressions are computed for: one for each patient, or for each patient and interval, or for each event of these. */
interface Rows {
    /** The columns that say whose row it is: {@code patient_id}, and where there are intervals {@code interval}. */
    List<Slot> key();

    /** Where the value of a node is found, if it needs no computing here. */
    Optional<Reference> find(Node node);

    /** A relation with the key and these columns at least; says at which position each is, those of the key included. */
    RelNode read(Collection<Slot> slots, Map<Slot, Integer> positions);

    /**
     * What becomes of values that a stage has computed for these rows.
     *
     * @param stage a relation with one row for each of these rows
     * @param kept columns that were carried along: what they were, and what they are in the stage
     * @return the rows to go on with
     */
    Rows after(Relation stage, Map<Slot, Slot> kept);

    /** True if a stage must carry along what later stages read; else later stages find it by the key. */
    boolean carries();

    /** The names of the key's columns in every relation that is made of these rows, where they come first. */
    default List<String> keyNames() {
        return key().stream().map(Slot::column).toList();
    }
}
