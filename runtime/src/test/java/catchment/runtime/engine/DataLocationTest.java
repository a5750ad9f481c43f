package catchment.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runtime.RunException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataLocationTest {
    @TempDir
    Path work;

    private void refused(String dsn, String message) {
        assertThatThrownBy(() -> DataLocation.parse(dsn, work)).isInstanceOfSatisfying(RunException.class, fault -> {
            assertThat(fault.diagnostic().message()).isEqualTo(message).doesNotContain("secret");
            assertThat(fault.diagnostic().hints()).noneMatch(hint -> hint.contains("secret"));
            assertThat(fault.diagnostic().code().exitCode()).isEqualTo(ExitCode.USAGE);
        });
    }

    @Test
    void aFolderIsAFolderOfTables() throws Exception {
        assertThat(DataLocation.parse(".", work)).isInstanceOf(DataLocation.TableFolder.class);
        assertThat(DataLocation.parse("duckdb://" + work, work)).isInstanceOf(DataLocation.TableFolder.class);
    }

    @Test
    void aServerIsReachedWithTheUserAndThePasswordApartFromItsAddress() throws Exception {
        DataLocation location = DataLocation.parse("postgres://user:se%40cret@host:1433/data%20base?sslmode=require", work);
        assertThat(location).isInstanceOfSatisfying(DataLocation.Database.class, database -> {
            assertThat(database.dialect().name()).isEqualTo("postgresql");
            assertThat(database.settings().url()).isEqualTo("jdbc:postgresql://host:1433/data+base");
            assertThat(database.settings().properties()).containsEntry("user", "user").containsEntry("password", "se@cret").containsEntry("sslmode", "require");
        });
        assertThat(location.toString()).doesNotContain("cret").doesNotContain("host");
    }

    @Test
    void whatADatabaseIsNotGivenIsRefusedWithoutSecrets() {
        refused(
                "postgresql://user:secret@host/database?option=secret",
                "the DSN has an option that PostgreSQL's driver is not given; the options are `connectTimeout`, `currentSchema`, `options`, `socketTimeout`, `ssl`,"
                        + " `sslcert`, `sslkey`, `sslmode`, `sslrootcert`, `targetServerType`");
        refused("postgresql://user:secret@host", "a DSN of PostgreSQL names a server and a database: `postgresql://USER:PASSWORD@SERVER:5432/DATABASE`");
        refused("sqlite://secret/x.db", "a DSN of SQLite names a file behind three slashes: `sqlite:///records.db`, or `sqlite:////data/records.db`");
        refused("sqlite:///secret.db", "there is no SQLite database at the place that the DSN names");
        refused("postgresql://user:sec%ret@host/database", "the DSN has a `%` that is not followed by two hexadecimal digits; the sign itself is `%25`");
        refused("postgresql://user:sec@ret/@host/database", "the DSN has an `@` or a `/` too many: in a user's name or a password they are `%40` and `%2F`");
    }

    @Test
    void whatIsNoDatabaseIsRefusedWithoutItsPassword() throws Exception {
        refused("oracle://user:secret@host/database", "`oracle` is no kind of database that is known");
        refused("secret/none.duckdb", "there is no database or folder at the place that the DSN names");
        refused("duckdb://x?password=secret", "the DSN has an option that DuckDB is not given");
        Files.writeString(work.resolve("text"), "not a database at all");
        refused("text", "the file that the DSN names is not a DuckDB database");
    }
}
