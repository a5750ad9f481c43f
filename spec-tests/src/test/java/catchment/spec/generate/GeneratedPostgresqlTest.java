package catchment.spec.generate;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.runtime.engine.JdbcSession;
import catchment.spec.kit.SessionSpecEngine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;

final class GeneratedPostgresqlTest extends GeneratedStudies {
    private EmbeddedPostgres server;
    private JdbcSession session;

    @Override
    protected SessionSpecEngine engine() throws Exception {
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
