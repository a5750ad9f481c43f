package catchment.dialects.write;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/** Where the tables that a program reads are, and where its own stages and data are kept. */
final class Places {
    private final Dialect dialect;
    private final TableMapping mapping;
    private final String run;
    private final Map<String, List<String>> places = new HashMap<>();

    /**
     * @param run what tells this run from others
     */
    Places(Dialect dialect, TableMapping mapping, String run) {
        this.dialect = dialect;
        this.mapping = mapping;
        this.run = run;
    }

    /** Finds the place of a stage or data, quoted; from now on it is read there. */
    String of(String name) {
        List<String> place = places.computeIfAbsent(name, one -> dialect.place(one, run));
        return place.stream().map(dialect::quoted).collect(Collectors.joining("."));
    }

    /** The relation, which reads tables, stages and data where they are. */
    RelNode in(RelNode relation) {
        return relation.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(TableScan scan) {
                String name = scan.getTable().getQualifiedName().getLast();
                List<String> place = places.get(name);
                if (place != null) {
                    return scan(scan, place, scan.getRowType());
                }
                TableMapping.MappedTable mapped = mapping.tables().get(name);
                return mapped == null ? scan : mapped(scan, mapped);
            }
        });
    }

    private static RelNode scan(TableScan scan, List<String> place, RelDataType columns) {
        RelOptTableImpl described = RelOptTableImpl.create(null, columns, ImmutableList.copyOf(place), (Expression) null);
        return LogicalTableScan.create(scan.getCluster(), described, ImmutableList.of());
    }

    private static RelNode mapped(TableScan scan, TableMapping.MappedTable table) {
        RexBuilder rex = scan.getCluster().getRexBuilder();
        RelDataTypeFactory.Builder physical = scan.getCluster().getTypeFactory().builder();
        List<TableMapping.MappedColumn> columns = new ArrayList<>();
        for (RelDataTypeField field : scan.getRowType().getFieldList()) {
            TableMapping.MappedColumn column = table.columns().get(field.getName());
            if (column == null) {
                throw new IllegalArgumentException("the mapping of a table lacks its column " + field.getName());
            }
            columns.add(column);
            physical.add(column.name(), field.getType());
        }
        RelNode source = scan(scan, table.place(), physical.build());
        List<RexNode> values = new ArrayList<>();
        for (RelDataTypeField field : scan.getRowType().getFieldList()) {
            RexNode value = rex.makeInputRef(source, field.getIndex());
            values.add(columns.get(field.getIndex()).cast() ? rex.makeAbstractCast(field.getType(), value, false) : value);
        }
        boolean plain = columns.stream().noneMatch(TableMapping.MappedColumn::cast)
                && source.getRowType().getFieldNames().equals(scan.getRowType().getFieldNames());
        return plain ? source : LogicalProject.create(source, ImmutableList.of(), values, scan.getRowType().getFieldNames(), ImmutableSet.of());
    }
}
