package example.toy;

import catchment.runtime.engine.JdbcSession;
import catchment.spec.generate.GeneratedStudies;
import catchment.spec.kit.SessionSpecEngine;
import java.sql.DriverManager;
import java.util.function.UnaryOperator;

/** Definitions made at random: the toy says what the reference interpreter says. */
final class ToyGeneratedTest extends GeneratedStudies {
    @Override
    protected SessionSpecEngine engine() throws Exception {
        ToyDialect toy = new ToyDialect();
        return new SessionSpecEngine(
                toy, JdbcSession.begin(toy, DriverManager.getConnection("jdbc:sqlite::memory:"), UnaryOperator.identity(), () -> {}));
    }
}
