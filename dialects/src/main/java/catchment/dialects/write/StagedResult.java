package catchment.dialects.write;

import catchment.compiler.plan.Operators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A result that is kept as one more stage, and read from there: as a whole, or bit by bit.
 *
 * @param content its rows, in no order
 * @param whole reads them in their order
 * @param batches reads them by patient; empty for rows that are nobody's
 */
record StagedResult(RelNode content, RelNode whole, Optional<Parts> batches) {
    /** Large enough to cost the engine little, small enough for memory. */
    private static final int ROWS_AT_ONCE = 20_000;

    private static final String PATIENT = "patient_id";

    /**
     * How to read it bit by bit.
     *
     * @param ends the last patient of each batch
     * @param batch the rows of patients from one to another, both of them parameters
     */
    record Parts(RelNode ends, RelNode batch) {}

    /**
     * The result as one more stage of that name.
     *
     * @return empty if it has no order of its own, so that it may be computed when it is read
     */
    static Optional<StagedResult> of(RelNode relation, String stage) {
        if (!(relation instanceof Sort sort) || sort.fetch != null || sort.offset != null) {
            return Optional.empty();
        }
        RelNode content = sort.getInput();
        RelOptTableImpl described = RelOptTableImpl.create(null, content.getRowType(), ImmutableList.of(stage), (Expression) null);
        RelNode scan = LogicalTableScan.create(content.getCluster(), described, ImmutableList.of());
        boolean ofPatients = content.getRowType().getFieldNames().getFirst().equals(PATIENT);
        return Optional.of(new StagedResult(
                content,
                sorted(scan, sort.getCollation()),
                ofPatients ? Optional.of(new Parts(ends(scan), batch(scan, sort.getCollation()))) : Optional.empty()));
    }

    private static RelNode sorted(RelNode rows, RelCollation order) {
        return LogicalSort.create(rows, order, null, null);
    }

    /** {@code SELECT max(patient_id) … GROUP BY} the row's number divided by the rows at once. */
    private static RelNode ends(RelNode scan) {
        RexBuilder rex = scan.getCluster().getRexBuilder();
        RelDataType whole = rex.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
        RexNode patient = rex.makeInputRef(scan, 0);
        RexNode place = rex.makeOver(
                whole,
                SqlStdOperatorTable.ROW_NUMBER,
                List.of(),
                List.of(),
                ImmutableList.of(new RexFieldCollation(patient, Set.of(SqlKind.NULLS_FIRST))),
                RexWindowBounds.UNBOUNDED_PRECEDING,
                RexWindowBounds.CURRENT_ROW,
                true,
                true,
                false,
                false,
                false);
        RelNode numbered = project(scan, List.of(patient, place), List.of(PATIENT, "place"));
        RexNode batch = rex.makeCall(
                whole, Operators.FLOOR_DIVIDE, List.of(rex.makeInputRef(numbered, 1), rex.makeExactLiteral(BigDecimal.valueOf(ROWS_AT_ONCE), whole)));
        RelNode parted = project(numbered, List.of(batch, rex.makeInputRef(numbered, 0)), List.of("batch", PATIENT));
        AggregateCall last = AggregateCall.create(
                SqlStdOperatorTable.MAX, false, false, false, List.of(), List.of(1), -1, null, RelCollations.EMPTY, false, parted, null, PATIENT);
        RelNode grouped = LogicalAggregate.create(parted, List.of(), ImmutableBitSet.of(0), null, List.of(last));
        RelNode only = project(grouped, List.of(rex.makeInputRef(grouped, 1)), List.of(PATIENT));
        return sorted(only, RelCollations.of(new RelFieldCollation(0, RelFieldCollation.Direction.ASCENDING, RelFieldCollation.NullDirection.FIRST)));
    }

    private static RelNode batch(RelNode scan, RelCollation order) {
        RexBuilder rex = scan.getCluster().getRexBuilder();
        RexNode patient = rex.makeInputRef(scan, 0);
        RelDataType type = rex.getTypeFactory().createTypeWithNullability(patient.getType(), false);
        RexNode from = rex.makeCall(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, patient, rex.makeDynamicParam(type, 0));
        RexNode to = rex.makeCall(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, patient, rex.makeDynamicParam(type, 1));
        return sorted(LogicalFilter.create(scan, rex.makeCall(SqlStdOperatorTable.AND, from, to)), order);
    }

    private static RelNode project(RelNode input, List<RexNode> expressions, List<String> names) {
        return LogicalProject.create(input, ImmutableList.of(), expressions, names, ImmutableSet.of());
    }
}
