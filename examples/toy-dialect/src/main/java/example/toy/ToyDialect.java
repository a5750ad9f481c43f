package example.toy;

import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Type;
import catchment.dialects.spi.RelatedDialect;
import catchment.dialects.sqlite.Sqlite;

/** SQLite as it is built without mathematical functions: it has no powers. Its truth values are written as words. */
public final class ToyDialect extends RelatedDialect {
    /** For {@link java.util.ServiceLoader}. */
    public ToyDialect() {
        super(new Sqlite());
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public boolean computes(Node node) {
        return !(node instanceof Function function && function.operator() == Operator.POWER);
    }

    @Override
    public String literal(Object value, Type type) {
        return value instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : super.literal(value, type);
    }
}
