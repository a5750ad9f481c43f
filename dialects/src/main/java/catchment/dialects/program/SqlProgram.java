package catchment.dialects.program;

import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All that is sent to a database for one definition. Run on one connection: load the data tables, run the setup in order, stream each result, and always run
 * the cleanup.
 *
 * @param dialect the name of the dialect that wrote it
 * @param data codelists and inline tables, loaded before anything else
 * @param setup statements that make the stages, in order
 * @param results one query for each output table; the dataset's first
 * @param cleanup statements that remove what was made, in order; each can be run whether or not the setup came that far
 */
public record SqlProgram(
        String dialect,
        List<DataTable> data,
        List<Statement> setup,
        List<ResultQuery> results,
        List<Statement> cleanup) {
    public SqlProgram {
        data = List.copyOf(data);
        setup = List.copyOf(setup);
        results = List.copyOf(results);
        cleanup = List.copyOf(cleanup);
    }

    /**
     * One statement.
     *
     * @param sql its text, readable, without a semicolon at the end
     * @param purpose what it is for, in a few words: "the population", "asthma, last_bmi"
     * @param spans the places in the source that it serves
     * @param makes the table that it makes, if it makes one
     */
    public record Statement(String sql, String purpose, List<Span> spans, Optional<Made> makes) {
        public Statement {
            spans = List.copyOf(spans);
        }

        /** A statement that makes no table. */
        public Statement(String sql, String purpose, List<Span> spans) {
            this(sql, purpose, spans, Optional.empty());
        }
    }

    /**
     * A table that a statement makes.
     *
     * @param place how it is written in SQL, quoted
     * @param removal takes it away, whether or not it is there: to be run before the statement is tried once more
     */
    public record Made(String place, String removal) {}

    /**
     * A query that gives an output table. Rows come in ascending {@code patient_id}.
     *
     * @param name {@code dataset}, or the event table's name
     * @param columns {@code patient_id} first
     * @param batches how to read it bit by bit; empty where it is only read as a whole
     */
    public record ResultQuery(String name, Statement query, List<Column> columns, Optional<Batches> batches) {
        public ResultQuery {
            columns = List.copyOf(columns);
        }

        /** A result that is read as a whole. */
        public ResultQuery(String name, Statement query, List<Column> columns) {
            this(name, query, columns, Optional.empty());
        }
    }

    /**
     * The batches of a result, by patient: no patient is in two of them.
     *
     * @param ends a query of the last patient of each, in ascending order
     * @param batch the rows of the patients from the first parameter to the second, both of them included, in the order of the whole
     */
    public record Batches(String ends, String batch) {}

    /** A column of a data table or a result. */
    public record Column(String name, Type type) {}

    /**
     * A temporary table that is made and filled by the fastest means that the engine has.
     *
     * @param name its name, unique in the program
     * @param place how it is written in SQL, quoted
     * @param columns its columns
     * @param rows values of the Java classes that {@link Type} says, null where missing
     */
    public record DataTable(String name, String place, List<Column> columns, List<List<Object>> rows) {
        public DataTable {
            columns = List.copyOf(columns);
            List<List<Object>> copy = new ArrayList<>(rows.size());
            for (List<Object> row : rows) {
                copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
            }
            rows = Collections.unmodifiableList(copy);
        }
    }
}
