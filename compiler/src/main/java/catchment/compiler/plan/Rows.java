package catchment.compiler.plan;

import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import catchment.compiler.model.Node;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;

/** The rows that expressions are computed for: one for each patient, or one for each event. {@code patient_id} is always the first column. */
interface Rows {
    /** Where the value of a node is found, if it needs no computing here. */
    Optional<Reference> find(Node node);

    /** A relation with these columns at least; says at which position each is. */
    RelNode read(Collection<Slot> slots, Map<Slot, Integer> positions);

    /**
     * What becomes of values that a stage has computed for these rows.
     *
     * @param stage a relation with one row for each of these rows
     * @param kept columns that were carried along: what they were, and what they are in the stage
     * @return the rows to go on with
     */
    Rows after(Relation stage, Map<Slot, Slot> kept);

    /** True if a stage must carry along what later stages read; else later stages find it by patient. */
    boolean carries();
}
