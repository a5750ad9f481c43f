package catchment.spec.planted;

import catchment.compiler.model.Node;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;

/** A mistake that somebody could make in the house. */
sealed interface Fault {
    /** What is wrong, in a few words. */
    String name();

    /** The page of the specification that should notice, or the beginning of its name; it is asked first. */
    String likely();

    /** A node of the definition is taken for another. */
    record OfDefinition(String name, String likely, UnaryOperator<Node> change) implements Fault {}

    /** An expression of the plan is another. */
    record OfExpression(String name, String likely, Change change) implements Fault {
        /** What becomes of a call whose operands have been changed; the call itself where nothing does. */
        interface Change {
            RexNode of(RexCall call, RexBuilder rex);
        }
    }

    /** A step of the plan is another; the relation's inputs have been changed. */
    record OfRelation(String name, String likely, UnaryOperator<RelNode> change) implements Fault {}

    /** DuckDB's text for an operator is wrong. */
    record OfText(String name, String likely, SqlOperator operator, String text) implements Fault {}
}
