package catchment.spec.trino;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.runtime.engine.JdbcSession;
import catchment.spec.generate.GeneratedStudies;
import catchment.spec.kit.SessionSpecEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

final class GeneratedTrinoTest extends GeneratedStudies {
    @TempDir
    static Path logs;

    private TrinoProcess server;
    private JdbcSession session;

    /** Each takes a second and more; {@code -Dgenerated.count} asks for more of them. */
    @Override
    protected int studies() {
        return 50;
    }

    @Override
    protected int studiesAtOnce() {
        return 5;
    }

    @Override
    protected SessionSpecEngine engine() throws Exception {
        Dialect trino = Dialects.named("trino").orElseThrow();
        server = TrinoProcess.start(logs.resolve("trino.log"));
        session = JdbcSession.begin(trino, server.connect(), UnaryOperator.identity(), () -> {});
        return new SessionSpecEngine(trino, session);
    }

    @AfterAll
    void end() throws IOException {
        session.close();
        server.close();
    }
}
