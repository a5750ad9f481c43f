package catchment.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runtime.RunException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mssql", "mssql+pymssql", "trino", "spark"})
    void anotherEngineIsNamed(String scheme) {
        refused(scheme + "://user:secret@host:1433/database?option=1", "this version runs on DuckDB only, not on `" + scheme + "`");
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
