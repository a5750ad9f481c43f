package catchment.dialects.write;

import catchment.compiler.plan.Plan;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlNode;

/** Writes a plan in a dialect: a statement for each stage, with the places in the source that it serves above it. */
final class ProgramWriter {
    private static final int MOST_COMMENTS = 12;

    private final Dialect dialect;
    private final TableMapping mapping;
    private final Places places;
    private final MadeColumns made;

    private ProgramWriter(Dialect dialect, TableMapping mapping, String run) {
        this.dialect = dialect;
        this.mapping = mapping;
        this.made = new MadeColumns(dialect, mapping.madeColumns());
        this.places = new Places(dialect, mapping, run);
    }

    /** The program of a plan. */
    static SqlProgram write(Plan plan, Dialect dialect, TableMapping mapping, String run) {
        return new ProgramWriter(dialect, mapping, run).program(plan);
    }

    private SqlProgram program(Plan plan) {
        List<SqlProgram.DataTable> data = plan.data().stream()
                .map(table -> new SqlProgram.DataTable(table.name(), places.of(table.name()), columns(table.columns()), table.rows()))
                .map(made::added)
                .toList();
        List<SqlProgram.Statement> setup = new ArrayList<>();
        List<SqlProgram.Statement> cleanup = new ArrayList<>();
        BackendQueries.prepare(plan, mapping, dialect, places, made, setup, cleanup);
        for (Plan.Stage stage : plan.stages()) {
            String query = made.added(query(stage.relation()), stage.relation().getRowType().getFieldNames());
            String place = places.of(stage.name());
            List<String> texts = dialect.materialise(place, query);
            String comments = comments(stage.served());
            for (String text : texts) {
                setup.add(statement(comments + text, stage.purpose(), stage.served()));
                comments = "";
            }
            cleanup.addFirst(new SqlProgram.Statement(dialect.discard(place), "removes " + stage.name(), List.of()));
        }
        data.forEach(table -> cleanup.add(new SqlProgram.Statement(dialect.discard(table.place()), "removes " + table.name(), List.of())));
        List<SqlProgram.ResultQuery> results = new ArrayList<>();
        for (Plan.Output output : plan.outputs()) {
            SqlProgram.Statement query = statement(comments(output.served()) + query(output.relation()), output.name(), output.served());
            results.add(new SqlProgram.ResultQuery(output.name(), query, columns(output.columns())));
        }
        return new SqlProgram(dialect.name(), data, setup, results, cleanup);
    }

    private static SqlProgram.Statement statement(String text, String purpose, List<Plan.Served> served) {
        List<Span> spans = served.stream().flatMap(one -> one.span().stream()).toList();
        return new SqlProgram.Statement(text, purpose, spans);
    }

    private static List<SqlProgram.Column> columns(List<Plan.Column> columns) {
        return columns.stream().map(column -> new SqlProgram.Column(column.name(), column.type())).toList();
    }

    /** {@code -- asthma.ehrql:12 dataset.asthma}, a line for each. */
    private static String comments(List<Plan.Served> served) {
        String lines = served.stream()
                .limit(MOST_COMMENTS)
                .map(one -> "-- " + one.span().map(ProgramWriter::place).orElse("") + one.name())
                .map(line -> line.replaceAll("\\R", " ") + "\n")
                .collect(Collectors.joining());
        return served.size() > MOST_COMMENTS ? lines + "-- and " + (served.size() - MOST_COMMENTS) + " more\n" : lines;
    }

    private static String place(Span span) {
        return span.file().isEmpty() ? "" : span.file() + ":" + span.start().line() + " ";
    }

    private String query(RelNode relation) {
        SqlNode query = new Converter(dialect.sql()).visitRoot(dialect.lowered(places.in(relation))).asStatement();
        dialect.check(query);
        return query.toSqlString(config -> config.withDialect(dialect.sql())
                        .withQuoteAllIdentifiers(true)
                        .withAlwaysUseParentheses(false)
                        .withSelectListItemsOnSeparateLines(true)
                        .withIndentation(2)
                        .withClauseStartsLine(true))
                .getSql();
    }
}
