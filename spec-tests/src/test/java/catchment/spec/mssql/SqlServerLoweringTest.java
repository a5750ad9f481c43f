package catchment.spec.mssql;

import catchment.runtime.RunException;
import catchment.spec.kit.ConformanceKit;
import catchment.spec.kit.SessionSpecEngine;
import catchment.spec.kit.SpecEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The specification on what is written for SQL Server, executed by DuckDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqlServerLoweringTest extends ConformanceKit {
    private TSqlSession session;

    @Override
    protected SpecEngine engine() throws RunException {
        session = new TSqlSession();
        return new SessionSpecEngine(new TSqlOnDuckDb(), session);
    }

    @AfterAll
    void end() {
        session.close();
    }
}
