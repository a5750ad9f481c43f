package catchment.spec.planted;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** A relation with a fault in it. */
final class FaultyPlan {
    private FaultyPlan() {}

    static RelNode of(RelNode relation, Fault fault) {
        List<RelNode> inputs = relation.getInputs().stream().map(input -> of(input, fault)).toList();
        RelNode made = inputs.isEmpty() ? relation : relation.copy(relation.getTraitSet(), inputs);
        return switch (fault) {
            case Fault.OfRelation rows -> rows.change().apply(made);
            case Fault.OfExpression expression -> made.accept(new RexShuttle() {
                @Override
                public RexNode visitCall(RexCall call) {
                    return super.visitCall(call) instanceof RexCall inner ? expression.change().of(inner, made.getCluster().getRexBuilder()) : call;
                }
            });
            case Fault.OfDefinition _, Fault.OfText _ -> made;
        };
    }
}
