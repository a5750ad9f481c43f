package catchment.dialects.write;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import java.util.List;
import java.util.stream.Collectors;

/** A program as one text that runs as it is in the engine's own client: data as inserts, stages, results, and the removal of all that was made. */
public final class SqlScript {
    private static final int ROWS_AT_ONCE = 1_000;

    private SqlScript() {}

    /**
     * The script of a program.
     *
     * @param dialect the one that wrote it
     */
    public static String text(SqlProgram program, Dialect dialect) {
        StringBuilder script = new StringBuilder();
        for (String statement : dialect.session()) {
            append(script, statement);
        }
        for (SqlProgram.DataTable data : program.data()) {
            script.append("-- ").append(data.rows().size()).append(" rows of data\n");
            append(script, dialect.createData(data));
            for (int from = 0; from < data.rows().size(); from += ROWS_AT_ONCE) {
                List<List<Object>> rows = data.rows().subList(from, Math.min(from + ROWS_AT_ONCE, data.rows().size()));
                append(script, insert(data, rows, dialect));
            }
        }
        int number = 0;
        for (SqlProgram.Statement statement : program.setup()) {
            number++;
            script.append("-- stage ").append(number).append(" of ").append(program.setup().size());
            script.append(": ").append(statement.purpose()).append('\n');
            append(script, statement.sql());
        }
        for (SqlProgram.ResultQuery result : program.results()) {
            script.append("-- result: ").append(result.name()).append('\n');
            append(script, result.query().sql());
        }
        script.append("-- what was made is removed\n");
        program.cleanup().forEach(statement -> script.append(statement.sql()).append(";\n"));
        return script.toString();
    }

    private static void append(StringBuilder script, String statement) {
        script.append(statement).append(";\n\n");
    }

    private static String insert(SqlProgram.DataTable data, List<List<Object>> rows, Dialect dialect) {
        return rows.stream()
                .map(row -> {
                    StringBuilder values = new StringBuilder("  (");
                    for (int i = 0; i < row.size(); i++) {
                        values.append(i > 0 ? ", " : "").append(dialect.literal(row.get(i), data.columns().get(i).type()));
                    }
                    return values.append(')');
                })
                .collect(Collectors.joining(",\n", "INSERT INTO " + data.place() + " VALUES\n", ""));
    }
}
