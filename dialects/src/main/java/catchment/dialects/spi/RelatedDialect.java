package catchment.dialects.spi;

import catchment.compiler.model.Node;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;

/**
 * A dialect that is another one but for what it overrides: many a database speaks as another does, with words of its own. What gives a dialect anew, {@link
 * #collating} and {@link #staging}, is for the heir to say: the other's would be without what is overridden.
 */
public abstract class RelatedDialect implements Dialect {
    private final Dialect other;

    /**
     * @param other what is not overridden is asked of it
     */
    protected RelatedDialect(Dialect other) {
        this.other = other;
    }

    @Override
    public boolean computes(Node node) {
        return other.computes(node);
    }

    @Override
    public Capabilities capabilities() {
        return other.capabilities();
    }

    @Override
    public SqlDialect sql() {
        return other.sql();
    }

    @Override
    public OperatorTable operators() {
        return other.operators();
    }

    @Override
    public RelNode lowered(RelNode relation) {
        return other.lowered(relation);
    }

    @Override
    public void check(SqlNode query) {
        other.check(query);
    }

    @Override
    public String columnType(Type type) {
        return other.columnType(type);
    }

    @Override
    public String literal(Object value, Type type) {
        return other.literal(value, type);
    }

    @Override
    public String quoted(String name) {
        return other.quoted(name);
    }

    @Override
    public List<String> place(String name, String run) {
        return other.place(name, run);
    }

    @Override
    public List<String> materialise(String place, String query) {
        return other.materialise(place, query);
    }

    @Override
    public Optional<String> named(String place, String query) {
        return other.named(place, query);
    }

    @Override
    public String discardNamed(String place) {
        return other.discardNamed(place);
    }

    @Override
    public String discard(String place) {
        return other.discard(place);
    }

    @Override
    public boolean stagesOutliveSession() {
        return other.stagesOutliveSession();
    }

    @Override
    public Optional<RunLock> lock(String run) {
        return other.lock(run);
    }

    @Override
    public List<String> indexed(String place) {
        return other.indexed(place);
    }

    @Override
    public List<String> timeLimit(Duration limit) {
        return other.timeLimit(limit);
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return other.createData(data);
    }

    @Override
    public List<String> session() {
        return other.session();
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return other.jdbc();
    }
}
