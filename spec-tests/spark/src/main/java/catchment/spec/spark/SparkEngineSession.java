package catchment.spec.spark;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.RunCode;
import catchment.runtime.tables.RowStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** A conversation with Spark, in process. Spark hands over dates as {@link LocalDate} if {@code spark.sql.datetime.java8API.enabled} says so. */
public final class SparkEngineSession implements EngineSession {
    private final Dialect dialect = Dialects.named("spark").orElseThrow();
    private final SparkSession spark;

    /** A session, with the statements that the dialect wants first. It does not end Spark's own. */
    public SparkEngineSession(SparkSession spark) {
        this.spark = spark;
        dialect.session().forEach(spark::sql);
    }

    @Override
    public void load(SqlProgram.DataTable table) throws RunException {
        attempt("the data of the definition", Span.NONE, () -> {
            spark.sql(dialect.createData(table));
            List<StructField> fields = new ArrayList<>();
            table.columns().forEach(column -> fields.add(DataTypes.createStructField(column.name(), type(column.type()), true)));
            List<Row> rows = table.rows().stream().map(row -> RowFactory.create(row.toArray())).toList();
            if (!rows.isEmpty()) {
                spark.createDataFrame(rows, DataTypes.createStructType(fields)).coalesce(1).write().insertInto(table.place());
            }
            return true;
        });
    }

    private static DataType type(Type type) {
        return switch (type) {
            case BOOL -> DataTypes.BooleanType;
            case INT -> DataTypes.LongType;
            case FLOAT -> DataTypes.DoubleType;
            case DATE -> DataTypes.DateType;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    DataTypes.StringType;
        };
    }

    @Override
    public void execute(SqlProgram.Statement statement) throws RunException {
        attempt(statement.purpose(), span(statement), () -> spark.sql(statement.sql()));
    }

    @Override
    public RowStream query(SqlProgram.ResultQuery query) throws RunException {
        Iterator<Row> rows = attempt(query.name(), span(query.query()), () -> spark.sql(query.query().sql()).toLocalIterator());
        return new Rows(query, rows);
    }

    private static Span span(SqlProgram.Statement statement) {
        return statement.spans().isEmpty() ? Span.NONE : statement.spans().getFirst();
    }

    private static <T> T attempt(String purpose, Span span, Supplier<T> work) throws RunException {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            throw refused(purpose, span, fault);
        }
    }

    private static RunException refused(String purpose, Span span, RuntimeException fault) {
        return new RunException(Diagnostic.error(RunCode.DATABASE_ERROR, span, "the database could not work out " + purpose + ": " + fault.getMessage()));
    }

    @Override
    public void cancel() {
        spark.sparkContext().cancelAllJobs();
    }

    /** Nothing is kept: Spark's own session goes on. */
    @Override
    public void close() {}

    /** The rows of a query as Spark hands them over. */
    private static final class Rows implements RowStream {
        private final SqlProgram.ResultQuery query;
        private final Iterator<Row> rows;
        private Row current = Row.empty();

        Rows(SqlProgram.ResultQuery query, Iterator<Row> rows) {
            this.query = query;
            this.rows = rows;
        }

        @Override
        public boolean next() throws RunException {
            return attempt(query.name(), span(query.query()), () -> {
                if (!rows.hasNext()) {
                    return false;
                }
                current = rows.next();
                return true;
            });
        }

        @Override
        public Object value(int column) {
            Object value = current.get(column);
            return switch (value) {
                case null -> null;
                case Integer number -> (long) number;
                case Double number -> Double.isFinite(number) ? Comparison.key(number) : null;
                default -> value;
            };
        }

        @Override
        public void close() {}
    }
}
