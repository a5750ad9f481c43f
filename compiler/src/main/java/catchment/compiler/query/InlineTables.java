package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.ClassValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FileFunctions;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.PathValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Frame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables whose rows come with the definition, written in it or in a file. */
final class InlineTables {
    private static final List<String> FORMATS = List.of(".csv", ".csv.gz", ".arrow", ".parquet");

    private InlineTables() {}

    /** Waits for the class whose columns the rows have. */
    private record Decorator(Span origin, Given source, Call call) implements Behaviour {
        @Override
        public String kind() {
            return "a decorator for a class";
        }

        @Override
        public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
            if (arguments.poisoned()) {
                return Optional.of(new Poison(syntax.span()));
            }
            boolean declared = arguments.positional().size() == 1 && arguments.positional().getFirst().value() instanceof ClassValue;
            return declared
                    ? Optional.of(make((ClassValue) arguments.positional().getFirst().value(), source, call))
                    : Optional.empty();
        }
    }

    static EvaluatedValue fromRows(Call call) {
        return new Decorator(call.site().whole(), call.given("rows").orElseThrow(), call);
    }

    static EvaluatedValue fromFile(Call call) {
        Given path = call.given("path").orElseThrow();
        if (path(path.value()).isEmpty()) {
            return call.refuse(Expect.kind(path, call, "a path"));
        }
        Optional<Diagnostic> unreadable = unreadable(path(path.value()).get(), path.span(), call.context());
        if (unreadable.isPresent()) {
            return call.refuse(unreadable.get());
        }
        Optional<Given> columns = call.given("columns").filter(given -> !(given.value() instanceof NoneValue));
        if (columns.isEmpty()) {
            return new Decorator(call.site().whole(), path, call);
        }
        Optional<TableSchema> schema = schema(columns.get(), call);
        if (schema.isEmpty()) {
            return new Poison(call.site().whole());
        }
        String name = "from_file";
        return frame(name, schema.get(), new InlineRows.File(Path.of(path(path.value()).get())), new TableClass(name, Map.of()), call.site().whole(), call);
    }

    private static Optional<String> path(EvaluatedValue value) {
        Optional<String> text = value instanceof TextValue one ? Optional.of(one.value()) : value instanceof PathValue one ? Optional.of(one.path()) : Optional.empty();
        return text.filter(path -> path.indexOf('\0') < 0);
    }

    /** What keeps a table from being read from a file, as far as that is known without reading it. */
    private static Optional<Diagnostic> unreadable(String path, Span span, Context context) {
        return FileFunctions.unreadable(path, span, QueryCode.TABLE_FILE, context)
                .or(() -> FORMATS.stream().anyMatch(path::endsWith)
                        ? Optional.empty()
                        : Optional.of(Diagnostic.error(QueryCode.TABLE_FILE, span, "the name of " + Words.tick(path) + " says no format that can be read")
                                .hint("a table is read from a file that ends in " + Words.some(FORMATS, FORMATS.size()))));
    }

    private static Optional<TableSchema> schema(Given given, Call call) {
        if (!(given.value() instanceof Collection.DictValue dict)) {
            call.context().report(Expect.kind(given, call, "a dict from column names to types"));
            return Optional.empty();
        }
        List<TableSchema.Column> columns = new ArrayList<>();
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            if (!(entry.key() instanceof TextValue name)) {
                call.context().report(Expect.kind(given, call, "a dict from column names to types"));
                return Optional.empty();
            }
            Optional<Type> type = Types.of(entry.value());
            if (type.isEmpty()) {
                call.context().report(ColumnDeclarations.noType(given, call));
                return Optional.empty();
            }
            columns.add(new TableSchema.Column(name.value(), type.get(), List.of(), List.of()));
        }
        if (columns.isEmpty() || columns.stream().anyMatch(column -> column.name().equals("patient_id"))) {
            call.context().report(Diagnostic.error(
                    QueryCode.TABLE_DECLARATION,
                    given.span(),
                    columns.isEmpty() ? "the table has no columns" : "every table has a column patient_id already; leave it out"));
            return Optional.empty();
        }
        return Optional.of(new TableSchema(columns));
    }

    private static EvaluatedValue make(ClassValue declared, Given source, Call call) {
        Optional<TableDeclarations.Declared> read = TableDeclarations.read(declared, call.context());
        if (read.isEmpty()) {
            return new Poison(declared.origin());
        }
        if (read.get().events()) {
            return call.refuse(Diagnostic.error(
                            QueryCode.TABLE_DECLARATION, declared.nameSpan(), "a table from rows or from a file has one row per patient")
                    .hint("class " + declared.name() + "(PatientFrame):"));
        }
        TableSchema schema = read.get().definition().schema();
        Optional<String> path = call.entry().name().equals("table_from_file") ? path(source.value()) : Optional.empty();
        Optional<InlineRows> rows = path.isPresent()
                ? Optional.of(new InlineRows.File(Path.of(path.get())))
                : rows(source, schema, call);
        return rows.<EvaluatedValue>map(found ->
                        frame(declared.name(), schema, found, read.get().table(), declared.nameSpan(), call))
                .orElseGet(() -> new Poison(declared.origin()));
    }

    private static FrameValue frame(String name, TableSchema schema, InlineRows rows, TableClass table, Span span, Call call) {
        TableDefinition definition = new TableDefinition(
                call.context().moduleName(), name, name, schema, Optional.empty(), new TableDefinition.Activation.None());
        Frame made = call.context().nodes().intern(new InlinePatientTable(definition, rows));
        if (rows instanceof InlineRows.File) {
            // What is wrong with the file is told where the file is named.
            call.context().spans().add(made, call.context().shown(call.site().whole()));
        }
        return new FrameValue(made, table, span);
    }

    private static Optional<InlineRows> rows(Given given, TableSchema schema, Call call) {
        Context context = call.context();
        if (!(given.value() instanceof Collection collection) || given.value() instanceof Collection.DictValue) {
            context.report(Expect.kind(given, call, "a list of rows"));
            return Optional.empty();
        }
        List<List<Object>> rows = new ArrayList<>();
        Set<Long> patients = new HashSet<>();
        for (EvaluatedValue row : Containers.elements(collection)) {
            Span place = row.origin().hasFile() && !context.sourceText(row.origin()).isEmpty() ? row.origin() : given.span();
            Optional<List<Object>> read = row(row, place, schema, context);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            if (!patients.add((Long) read.get().getFirst())) {
                context.report(Diagnostic.error(
                        QueryCode.INLINE_ROW, place, "patient " + read.get().getFirst() + " has more than one row"));
                return Optional.empty();
            }
            rows.add(read.get());
        }
        return Optional.of(new InlineRows.Written(rows));
    }

    private static Optional<List<Object>> row(EvaluatedValue row, Span place, TableSchema schema, Context context) {
        if (row instanceof Poison) {
            return Optional.empty();
        }
        boolean sequence = row instanceof Collection.TupleValue || row instanceof Collection.ListValue;
        List<EvaluatedValue> values = sequence ? Containers.elements((Collection) row) : List.of();
        if (values.size() != schema.columns().size() + 1) {
            context.report(Diagnostic.error(
                            QueryCode.INLINE_ROW,
                            place,
                            "a row has a patient_id and " + schema.columns().size() + " values; this one has "
                                    + (sequence ? values.size() + " in all" : "none, it is " + row.kind()))
                    .hint("the columns are " + Words.some(schema.columns().stream().map(TableSchema.Column::name).toList(), 8)));
            return Optional.empty();
        }
        if (!(values.getFirst() instanceof IntegerValue patient)) {
            context.report(Diagnostic.error(QueryCode.INLINE_ROW, place, "patient_id is a whole number, and here it is " + values.getFirst().kind()));
            return Optional.empty();
        }
        List<Object> read = new ArrayList<>();
        read.add(patient.value());
        for (int i = 0; i < schema.columns().size(); i++) {
            EvaluatedValue value = values.get(i + 1);
            TableSchema.Column column = schema.columns().get(i);
            Optional<Object> fitting = Literals.as(value, column.type());
            if (fitting.isEmpty() && !(value instanceof NoneValue)) {
                if (!(value instanceof Poison)) {
                    Span at = value.origin().hasFile() && !context.sourceText(value.origin()).isEmpty() ? value.origin() : place;
                    context.report(Misfits.explain(value, at, column.type(), Asker.of("the column " + column.name()), context));
                }
                return Optional.empty();
            }
            read.add(fitting.orElse(null));
        }
        return Optional.of(read);
    }
}
