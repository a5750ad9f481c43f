package catchment.compiler.plan;

import catchment.compiler.model.Node;
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
        return new Relation(name, columns, key, false);
    }

    /** A scan of some columns of a relation. Of somebody else's table, a float that is not finite and a date outside the years 1 to 9999 count as null. */
    RelNode scan(Relation relation, List<String> columns) {
        List<RelDataType> types = columns.stream().map(relation.columns()::get).toList();
        RelNode scan = algebra.scan(relation.name(), columns, types);
        if (!relation.foreign() || !capabilities.foreignValues() || types.stream().noneMatch(type -> guard(type).isPresent())) {
            return scan;
        }
        List<RexNode> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            RexNode column = algebra.input(scan, i);
            RelDataType type = types.get(i);
            values.add(guard(type).map(operator -> algebra.call(operator, type, List.of(column))).orElse(column));
        }
        return algebra.project(scan, values, columns);
    }

    private static Optional<SqlOperator> guard(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case DOUBLE -> Optional.of(Operators.FINITE);
            case DATE -> Optional.of(Operators.IN_YEARS);
            default -> Optional.empty();
        };
    }
}
