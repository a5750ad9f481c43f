package example.toy;

import catchment.runtime.engine.JdbcSession;
import catchment.spec.kit.ConformanceKit;
import catchment.spec.kit.SessionSpecEngine;
import catchment.spec.kit.SpecEngine;
import java.sql.DriverManager;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;

/** The whole specification on the toy: it refuses powers, and nothing else. */
final class ToyConformanceTest extends ConformanceKit {
    private JdbcSession session;

    @Override
    protected SpecEngine engine() throws Exception {
        ToyDialect toy = new ToyDialect();
        session = JdbcSession.begin(toy, DriverManager.getConnection("jdbc:sqlite::memory:"), UnaryOperator.identity(), () -> {});
        return new SessionSpecEngine(toy, session);
    }

    @AfterAll
    void end() {
        session.close();
    }
}
