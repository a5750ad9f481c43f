package catchment.spec.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Records of so many patients: one and a half registrations, eleven events for each. */
final class Records {
    private Records() {}

    /** Makes a database with them. */
    static void make(String database, int patients) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("""
                    CREATE TABLE patients AS SELECT i AS patient_id, DATE '1930-01-01' + CAST(hash(i) %% 32000 AS INTEGER) AS date_of_birth,
                        CASE hash(i + 7) %% 2 WHEN 0 THEN 'female' ELSE 'male' END AS sex, CAST(NULL AS DATE) AS date_of_death
                    FROM range(1, %1$d + 1) t(i)""".formatted(patients));
            statement.execute("""
                    CREATE TABLE practice_registrations AS SELECT i %% %1$d + 1 AS patient_id, DATE '2000-01-01' + CAST(hash(i) %% 8000 AS INTEGER) AS start_date,
                        CASE WHEN i < %1$d THEN NULL ELSE DATE '2022-01-01' END AS end_date, hash(i) %% 1000 AS practice_pseudo_id
                    FROM range(0, CAST(%1$d * 1.5 AS BIGINT)) t(i)""".formatted(patients));
            statement.execute("""
                    CREATE TABLE clinical_events AS SELECT hash(i) %% %1$d + 1 AS patient_id, DATE '2010-01-01' + CAST(hash(i + 1) %% 5400 AS INTEGER) AS date,
                        CAST(100000000 + hash(i + 2) %% 1000 AS VARCHAR) AS snomedct_code, CAST(hash(i + 3) %% 1000 AS DOUBLE) / 10 AS numeric_value
                    FROM range(0, %1$d * 11) t(i)""".formatted(patients));
        }
    }
}
