package catchment.spec.kit;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.runtime.engine.JdbcSession;
import java.sql.DriverManager;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqliteConformanceTest extends ConformanceKit {
    private JdbcSession session;

    @Override
    protected SpecEngine engine() throws Exception {
        Dialect sqlite = Dialects.named("sqlite").orElseThrow();
        session = JdbcSession.begin(sqlite, DriverManager.getConnection("jdbc:sqlite::memory:"), UnaryOperator.identity(), () -> {});
        return new SessionSpecEngine(sqlite, session);
    }

    @AfterAll
    void end() {
        session.close();
    }
}
