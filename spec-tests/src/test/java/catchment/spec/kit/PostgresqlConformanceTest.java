package catchment.spec.kit;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.runtime.engine.JdbcSession;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresqlConformanceTest extends ConformanceKit {
    private EmbeddedPostgres server;
    private JdbcSession session;

    @Override
    protected SpecEngine engine() throws Exception {
        Dialect postgresql = Dialects.named("postgresql").orElseThrow();
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("shared_buffers", "64MB").start();
        session = JdbcSession.begin(postgresql, server.getPostgresDatabase().getConnection(), UnaryOperator.identity(), () -> {});
        return new SessionSpecEngine(postgresql, session);
    }

    @AfterAll
    void end() throws IOException {
        session.close();
        server.close();
    }
}
