package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.plan.Plan;
import catchment.compiler.plan.PlanTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TypesTest {
    /** Walks a plan and collects what is not of our types. */
    private static List<String> foreign(Plan plan) {
        List<String> found = new ArrayList<>();
        List<RelNode> roots = new ArrayList<>(plan.stages().stream().map(Plan.Stage::relation).toList());
        plan.outputs().forEach(output -> roots.add(output.relation()));
        RexShuttle expressions = new RexShuttle() {
            @Override
            public RexNode visitCall(RexCall call) {
                check(call.getType(), call.toString());
                return super.visitCall(call);
            }

            @Override
            public RexNode visitLiteral(RexLiteral literal) {
                if (literal.getTypeName() != SqlTypeName.NULL) {
                    check(literal.getType(), literal.toString());
                }
                return literal;
            }

            private void check(RelDataType type, String what) {
                if (!PlanTypes.isOurs(type)) {
                    found.add(type.getFullTypeString() + " " + what);
                }
            }
        };
        RelVisitor relations = new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                node.getRowType().getFieldList().forEach(field -> {
                    if (!PlanTypes.isOurs(field.getType())) {
                        found.add(field.getType().getFullTypeString() + " " + field.getName());
                    }
                });
                node.accept(expressions);
                super.visit(node, ordinal, parent);
            }
        };
        roots.forEach(relations::go);
        return found;
    }

    @ParameterizedTest
    @EnumSource(TypicalStudy.class)
    void aPlanHoldsOurTypesOnly(TypicalStudy typical) {
        Study study = new Study();
        assertThat(foreign(Engine.plan(typical.define(study), study.spans()))).isEmpty();
    }
}
