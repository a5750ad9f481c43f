package catchment.spec.mssql;

import catchment.spec.kit.ConformanceKit;
import catchment.spec.kit.SpecEngine;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The specification on what is written for SQL Server, executed by DuckDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqlServerLoweringTest extends ConformanceKit {
    private TSqlDatabase database;

    @Override
    protected SpecEngine engine() throws SQLException {
        database = new TSqlDatabase();
        return new TSqlSpecEngine(database);
    }

    @AfterAll
    void close() throws SQLException {
        database.close();
    }
}
