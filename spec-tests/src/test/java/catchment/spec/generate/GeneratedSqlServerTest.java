package catchment.spec.generate;

import catchment.spec.kit.SessionSpecEngine;
import catchment.spec.mssql.TSqlOnDuckDb;
import catchment.spec.mssql.TSqlSession;
import org.junit.jupiter.api.AfterAll;

/** What is written for SQL Server, executed by DuckDB; each query is checked too. */
final class GeneratedSqlServerTest extends GeneratedStudies {
    private TSqlSession session;

    @Override
    protected SessionSpecEngine engine() throws Exception {
        session = new TSqlSession();
        return new SessionSpecEngine(new TSqlOnDuckDb(), session);
    }

    @Override
    protected int studies() {
        return 50;
    }

    @AfterAll
    void end() {
        session.close();
    }
}
