package catchment.dialects.write;

import catchment.compiler.backend.BackendTable;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
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
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.DateString;

/** Where the tables that a program reads are, and where its own stages and data are kept. */
final class Places {
    private static final String PREFIX = "c_";

    private final Dialect dialect;
    private final TableMapping mapping;
    private final String run;
    private final Map<String, List<String>> places = new HashMap<>();
    private final Map<String, List<String>> kept = new HashMap<>();

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
        // a query of a backend must not find a table of ours where it means one of the database
        String own = mapping.ofBackend() ? PREFIX + name : name;
        List<String> place = places.computeIfAbsent(name, _ -> dialect.place(own, run));
        return quoted(place);
    }

    /** Finds a place for what a query of a backend gives, quoted; from now on the table is read there. */
    String keep(String table) {
        return quoted(kept.computeIfAbsent(table, one -> dialect.place(PREFIX + "table_" + one, run)));
    }

    private String quoted(List<String> place) {
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
                return mapped == null ? scan : mapped(scan, name, mapped);
            }
        });
    }

    private static RelNode scan(TableScan scan, List<String> place, RelDataType columns) {
        RelOptTableImpl described = RelOptTableImpl.create(null, columns, ImmutableList.copyOf(place), (Expression) null);
        return LogicalTableScan.create(scan.getCluster(), described, ImmutableList.of());
    }

    private RelNode mapped(TableScan scan, String name, TableMapping.MappedTable table) {
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
        RelNode source = source(scan, name, table.source(), physical.uniquify().build());
        List<RexNode> values = new ArrayList<>();
        for (RelDataTypeField field : scan.getRowType().getFieldList()) {
            values.add(value(rex.makeInputRef(source, field.getIndex()), columns.get(field.getIndex()), field.getType(), rex));
        }
        boolean plain = columns.stream().noneMatch(column -> column.cast() || !column.missing().isEmpty())
                && source.getRowType().getFieldNames().equals(scan.getRowType().getFieldNames());
        return plain ? source : LogicalProject.create(source, ImmutableList.of(), values, scan.getRowType().getFieldNames(), ImmutableSet.of());
    }

    private RelNode source(TableScan scan, String name, BackendTable.Source source, RelDataType columns) {
        List<String> place = kept.get(name);
        if (place != null) {
            return scan(scan, place, columns);
        }
        return switch (source) {
            case BackendTable.Source.Physical(List<String> physical) -> scan(scan, physical, columns);
            case BackendTable.Source.Query(String sql, var _) -> {
                RelOptTableImpl described = RelOptTableImpl.create(null, columns, List.of(name), new WrittenTable(sql, columns), (Expression) null);
                yield LogicalTableScan.create(scan.getCluster(), described, ImmutableList.of());
            }
        };
    }

    /** The column's value as ours: of our type, and null where it stands for a missing one. */
    private static RexNode value(RexNode column, TableMapping.MappedColumn mapped, RelDataType type, RexBuilder rex) {
        RexNode value = mapped.cast() ? rex.makeAbstractCast(type, column, false) : column;
        if (mapped.missing().isEmpty()) {
            return value;
        }
        List<RexNode> branches = new ArrayList<>();
        for (Object missing : mapped.missing()) {
            branches.add(rex.makeCall(SqlStdOperatorTable.EQUALS, value, literal(missing, type, rex)));
            branches.add(rex.makeNullLiteral(type));
        }
        branches.add(value);
        return rex.makeCall(type, SqlStdOperatorTable.CASE, branches);
    }

    private static RexNode literal(Object value, RelDataType type, RexBuilder rex) {
        return value instanceof LocalDate date
                ? rex.makeDateLiteral(new DateString(date.toString()))
                : rex.makeLiteral(value, type, false);
    }
}
