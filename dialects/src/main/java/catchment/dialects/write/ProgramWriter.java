package catchment.dialects.write;

import catchment.compiler.plan.Plan;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            stage(stage.name(), stage.purpose(), stage.relation(), stage.served(), setup, cleanup);
        }
        List<SqlProgram.ResultQuery> results = new ArrayList<>();
        for (Plan.Output output : plan.outputs()) {
            String name = stageOf(output, plan);
            Optional<StagedResult> staged = dialect.stagesOutliveSession() ? StagedResult.of(output.relation(), name) : Optional.empty();
            results.add(staged.isPresent() ? result(output, name, staged.get(), setup, cleanup) : result(output));
        }
        data.forEach(table -> cleanup.add(new SqlProgram.Statement(dialect.discard(table.place()), "removes " + table.name(), List.of())));
        return new SqlProgram(dialect.name(), data, setup, results, cleanup);
    }

    /** The statements that make a stage; returns its place. */
    private String stage(
            String name, String purpose, RelNode relation, List<Plan.Served> served, List<SqlProgram.Statement> setup, List<SqlProgram.Statement> cleanup) {
        String query = made.added(query(relation), relation.getRowType().getFieldNames());
        String place = places.of(name);
        String discard = dialect.discard(place);
        List<String> texts = dialect.materialise(place, query);
        setup.add(statement(comments(served) + texts.getFirst(), purpose, served, Optional.of(new SqlProgram.Made(place, discard))));
        texts.stream().skip(1).forEach(text -> setup.add(statement(text, purpose, served, Optional.empty())));
        cleanup.addFirst(new SqlProgram.Statement(discard, "removes " + name, List.of()));
        return place;
    }

    /** A result is read from a stage where stages outlive a session, so that it can be read on by another. */
    private SqlProgram.ResultQuery result(
            Plan.Output output, String name, StagedResult staged, List<SqlProgram.Statement> setup, List<SqlProgram.Statement> cleanup) {
        String purpose = "the rows of " + output.name();
        String place = stage(name, purpose, staged.content(), output.served(), setup, cleanup);
        if (staged.batches().isPresent()) {
            dialect.indexed(place).forEach(text -> setup.add(statement(text, purpose, output.served(), Optional.empty())));
        }
        Optional<SqlProgram.Batches> batches = staged.batches().map(parts -> new SqlProgram.Batches(query(parts.ends()), query(parts.batch())));
        SqlProgram.Statement whole = statement(query(staged.whole()), output.name(), output.served(), Optional.empty());
        return new SqlProgram.ResultQuery(output.name(), whole, columns(output.columns()), batches);
    }

    private SqlProgram.ResultQuery result(Plan.Output output) {
        SqlProgram.Statement query = statement(comments(output.served()) + query(output.relation()), output.name(), output.served(), Optional.empty());
        return new SqlProgram.ResultQuery(output.name(), query, columns(output.columns()));
    }

    /** A name that no stage and no data has. */
    private static String stageOf(Plan.Output output, Plan plan) {
        Set<String> taken = Stream.of(
                        plan.stages().stream().map(Plan.Stage::name), plan.data().stream().map(Plan.Data::name), plan.outputs().stream().map(Plan.Output::name))
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String name = "rows_of_" + output.name();
        while (taken.contains(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }

    private static SqlProgram.Statement statement(String text, String purpose, List<Plan.Served> served, Optional<SqlProgram.Made> makes) {
        List<Span> spans = served.stream().flatMap(one -> one.span().stream()).toList();
        return new SqlProgram.Statement(text, purpose, spans, makes);
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
