package catchment.compiler.plan;

import catchment.compiler.model.Node;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;

/** What every part of the planner works with while one definition is planned: the stages made so far and where values are found. */
final class Workshop {
    final Algebra algebra = new Algebra();
    final Names names = new Names();
    final Ranges ranges;
    final Flags flags = new Flags();
    final Capabilities capabilities;
    final Levels levels;
    final Constants constants;
    final Served served;
    final Lookups lookups;
    private final List<Plan.Stage> stages = new ArrayList<>();
    private final Map<Node, Reference> known = new IdentityHashMap<>();

    Workshop(List<Node> nodes, Levels levels, Served served, Capabilities capabilities) {
        this.capabilities = capabilities;
        this.levels = levels;
        this.constants = new Constants(nodes, levels);
        this.ranges = new Ranges(constants);
        this.served = served;
        for (Node node : nodes) {
            Sources.name(node).ifPresent(names::reserve);
        }
        this.lookups = new Lookups(nodes, this);
    }

    List<Plan.Stage> stages() {
        return stages;
    }

    /** Where the value of a node per patient is found, once a stage has computed it. */
    Optional<Reference> known(Node node) {
        return Optional.ofNullable(known.get(node));
    }

    void know(Node node, Reference reference) {
        known.putIfAbsent(node, reference);
    }

    /** Adds a stage that holds the relation, under the wanted name or one like it; its first columns are the key. */
    Relation stage(String wanted, String purpose, RelNode content, List<String> key, Collection<? extends Node> nodes) {
        return stageNamed(names.fresh(wanted), purpose, content, key, nodes);
    }

    /** Adds a stage under a name that {@link Names} gave. */
    Relation stageNamed(String name, String purpose, RelNode content, List<String> key, Collection<? extends Node> nodes) {
        stages.add(new Plan.Stage(name, purpose, content, served.by(nodes)));
        Map<String, RelDataType> columns = new LinkedHashMap<>();
        for (RelDataTypeField field : content.getRowType().getFieldList()) {
            columns.put(field.getName(), field.getType());
        }
        return new Relation(name, columns, key, Map.of());
    }

    /** A scan of some columns of a relation, through their guards. */
    RelNode scan(Relation relation, List<String> columns) {
        List<RelDataType> types = columns.stream().map(relation.columns()::get).toList();
        RelNode scan = algebra.scan(relation.name(), columns, types);
        if (columns.stream().noneMatch(relation.guards()::containsKey)) {
            return scan;
        }
        List<RexNode> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            RexNode column = algebra.input(scan, i);
            SqlOperator guard = relation.guards().get(columns.get(i));
            values.add(guard == null ? column : algebra.call(guard, types.get(i), List.of(column)));
        }
        return algebra.project(scan, values, columns);
    }

    /**
     * What a column of somebody else's table is read through: a float that is not finite and a date outside the years 1 to 9999 count as null, and texts compare
     * by code point. Codes stay as they are, so that an index on them serves.
     */
    Optional<SqlOperator> guard(Type type) {
        return switch (type) {
            case FLOAT -> Optional.<SqlOperator>of(Operators.FINITE).filter(_ -> capabilities.foreignValues());
            case DATE -> Optional.<SqlOperator>of(Operators.IN_YEARS).filter(_ -> capabilities.foreignValues());
            case STR -> Optional.<SqlOperator>of(Operators.BY_CODE_POINT).filter(_ -> capabilities.foreignTexts());
            case BOOL, INT, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    Optional.empty();
        };
    }

    /** A value that is found to be less or greater than others: texts go by code point, whether they come from somebody else's table or from the definition. */
    RexNode sortable(RexNode value, Type type) {
        return type.isText() && capabilities.foreignTexts() ? algebra.call(Operators.BY_CODE_POINT, type, value) : value;
    }
}
