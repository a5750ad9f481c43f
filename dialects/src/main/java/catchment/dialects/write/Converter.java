package catchment.dialects.write;

import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.sql.SqlDialect;

/**
 * Calcite's converter, kept from merging a projection into the one below it: the lower one names what the upper one uses more than once, and merged, each use
 * would be written out.
 */
final class Converter extends RelToSqlConverter {
    Converter(SqlDialect dialect) {
        super(dialect);
    }

    @Override
    public Result visitInput(RelNode parent, int ordinal, boolean anonymous, boolean ignoreClauses, Set<Clause> expected) {
        if (parent instanceof Project && parent.getInput(ordinal) instanceof Project) {
            // a select that is to get a where clause besides cannot be the same as one that has its columns already
            Set<Clause> apart = EnumSet.copyOf(expected);
            apart.add(Clause.WHERE);
            return super.visitInput(parent, ordinal, anonymous, ignoreClauses, apart);
        }
        return super.visitInput(parent, ordinal, anonymous, ignoreClauses, expected);
    }
}
