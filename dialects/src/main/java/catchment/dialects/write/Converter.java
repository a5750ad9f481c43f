package catchment.dialects.write;

import catchment.dialects.spi.WrittenQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Calcite's converter, kept from merging a projection into a projection or an aggregation below it: the lower one names what the upper one uses more than
 * once, and merged, each use
 * would be written out. Public because Calcite looks its methods up by name.
 */
public final class Converter extends RelToSqlConverter {
    Converter(SqlDialect dialect) {
        super(dialect);
    }

    @Override
    public Result visitInput(RelNode parent, int ordinal, boolean anonymous, boolean ignoreClauses, Set<Clause> expected) {
        if (parent instanceof Project && (parent.getInput(ordinal) instanceof Project || parent.getInput(ordinal) instanceof Aggregate)) {
            // a select that is to get a where clause besides cannot be the same as one that has its columns already
            Set<Clause> apart = EnumSet.copyOf(expected);
            apart.add(Clause.WHERE);
            return super.visitInput(parent, ordinal, anonymous, ignoreClauses, apart);
        }
        return super.visitInput(parent, ordinal, anonymous, ignoreClauses, expected);
    }

    /** A query of a backend stands as it was written, under its table's name. */
    @Override
    public Result visit(TableScan scan) {
        WrittenTable written = scan.getTable().unwrap(WrittenTable.class);
        if (written == null) {
            return super.visit(scan);
        }
        SqlIdentifier name = new SqlIdentifier(scan.getTable().getQualifiedName().getLast(), SqlParserPos.ZERO);
        SqlNode named = SqlStdOperatorTable.AS.createCall(SqlParserPos.ZERO, new WrittenQuery(written.sql()), name);
        return result(named, List.of(Clause.FROM), scan, null);
    }

    /** Names the columns of a table also where all that are known of it are wanted: the table itself may have more. */
    @Override
    public Result visit(Project project) {
        boolean star = project.getInput() instanceof TableScan
                && isStar(project.getProjects(), project.getInput().getRowType(), project.getRowType());
        if (!star) {
            return super.visit(project);
        }
        Builder builder = visitInput(project, 0, Clause.SELECT).builder(project);
        List<SqlNode> columns = new ArrayList<>();
        for (RexNode column : project.getProjects()) {
            addSelect(columns, builder.context.toSql(null, column), project.getRowType());
        }
        builder.setSelect(new SqlNodeList(columns, SqlParserPos.ZERO));
        return builder.result();
    }
}
