package catchment.dialects.mssql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.dialects.spi.Dsn;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.JdbcAccess.Fault;
import java.net.SocketException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlServerAccessTest {
    private final SqlServerAccess access = new SqlServerAccess();

    private JdbcAccess.Settings settings(String dsn) {
        return access.settings(Dsn.parse(dsn, Path.of(".")).orElseThrow());
    }

    @Test
    void aDsnGivesTheDriverItsProperties() {
        JdbcAccess.Settings settings = settings("mssql://me:p%40ss@db.example:14330/records?encrypt=strict");
        assertThat(settings.url()).isEqualTo("jdbc:sqlserver://db.example:14330");
        assertThat(settings.properties())
                .containsEntry("user", "me")
                .containsEntry("password", "p@ss")
                .containsEntry("databaseName", "records")
                .containsEntry("encrypt", "strict")
                .doesNotContainKey("trustServerCertificate");
    }

    @Test
    void aDsnOfAnotherDriverIsUnderstood() {
        JdbcAccess.Settings settings = settings("mssql+pymssql://me:secret@db.example/records?charset=utf8&tds_version=7.3");
        assertThat(settings.url()).isEqualTo("jdbc:sqlserver://db.example:1433");
        assertThat(settings.properties()).containsEntry("encrypt", "false").doesNotContainKeys("charset", "tds_version");
    }

    @Test
    void aDsnWithoutAHostIsRefused() {
        assertThatThrownBy(() -> settings("mssql:///records")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no host");
    }

    @ParameterizedTest
    @CsvSource({
        "1205, 40001, Transaction was deadlocked on lock resources, TRANSIENT",
        "0, 08S01, Connection reset, TRANSIENT",
        "0, 08006, SQL Server did not return a response. The connection has been closed., TRANSIENT",
        "208, S0002, Invalid object name 'CodedEvent_SNOMED'., MAINTENANCE",
        "208, S0002, Invalid object name 'dbo.EC'., MAINTENANCE",
        "208, S0002, Invalid object name 'ECDS'., OTHER",
        "942, S0001, Database 'x' cannot be opened because it is offline., MAINTENANCE",
        "8623, S0001, The query processor ran out of internal resources, TOO_COMPLEX",
        "8632, S0001, Internal error: An expression services limit has been reached., TOO_COMPLEX",
        "8631, S0001, Internal error: Server stack limit has been reached., TOO_COMPLEX",
        "1702, S0001, CREATE TABLE failed because column 'x' exceeds the maximum of 1024 columns., TOO_COMPLEX",
        "0, HYT00, The query has timed out., TIMEOUT",
        "0, HY008, The query was canceled., CANCELLED",
        "18456, S0001, Login failed for user 'me'., OTHER",
        "102, S0001, Incorrect syntax near 'x'., OTHER",
    })
    void aFaultMeansWhatItsNumberSays(int number, String state, String message, Fault meaning) {
        assertThat(access.fault(new SQLException(message, state, number))).isEqualTo(meaning);
    }

    @Test
    void aFaultOfTheNetworkMayPass() {
        assertThat(access.fault(new SQLException("Connection reset", "S0001", 0, new SocketException("reset")))).isEqualTo(Fault.TRANSIENT);
    }

    @Test
    void aTimeOutIsOne() {
        assertThat(access.fault(new SQLTimeoutException("The query has timed out."))).isEqualTo(Fault.TIMEOUT);
    }
}
