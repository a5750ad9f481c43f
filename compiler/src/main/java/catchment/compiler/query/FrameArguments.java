package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** What {@code where}, {@code except_where} and {@code sort_by} take: series of the frame's own rows. */
final class FrameArguments {
    private FrameArguments() {}

    static Optional<Taken> condition(Given given, Call call) {
        Asker asker = Asker.of(call.entry().name());
        Optional<Series> made = Operands.cast(given.value(), given.span(), Type.BOOL, asker, call.context());
        return made.filter(series -> ofFrame(series, given, call)).map(series -> new Taken.OfSeries(series, given.span()));
    }

    static Optional<Taken> sortKey(Given given, Call call) {
        Context context = call.context();
        if (!(given.value() instanceof SeriesValue series)) {
            context.report(noKey(given, call));
            return Optional.empty();
        }
        if (!series.type().isComparable()) {
            context.report(notComparable(series, given, context));
            return Optional.empty();
        }
        if (series.perPatient()) {
            context.report(perPatient(given, call));
            return Optional.empty();
        }
        return ofFrame(series.node(), given, call)
                ? Optional.of(new Taken.OfSeries(series.node(), given.span()))
                : Optional.empty();
    }

    private static boolean ofFrame(Series series, Given given, Call call) {
        EventFrame frame = (EventFrame) call.frame().node();
        if (series.domain().encloses(frame.domain())) {
            return true;
        }
        call.context().report(otherRows(series, frame, given, call));
        return false;
    }

    private static Diagnostic otherRows(Series series, EventFrame frame, Given given, Call call) {
        Context context = call.context();
        String own = Frames.name(frame.table());
        String other = Rows.tableName(series);
        ForeignColumn.Found culprit = ForeignColumn.find(given, frame, call);
        String purpose = call.entry().name().equals("sort_by") ? "sorted" : "filtered";
        if (own.equals(other)) {
            return Diagnostic.error(
                            QueryCode.FILTER_OF_OTHER_TABLE,
                            culprit.span(),
                            "the rows " + purpose + " are of " + Words.tick(own) + ", but " + Words.tick(culprit.text()) + " is of rows of it that were filtered in another way")
                    .hint("use columns of the frame that is " + purpose + ", or of the table it came from");
        }
        Diagnostic found = Diagnostic.error(
                QueryCode.FILTER_OF_OTHER_TABLE,
                culprit.span(),
                "the rows " + purpose + " are of " + Words.tick(own) + ", but " + Words.tick(culprit.text()) + " is of " + Words.tick(other));
        Optional<String> column = culprit.column();
        if (column.isPresent() && frame.schema().column(column.get()).isPresent()) {
            String written = Frames.written(frame, context).orElse(own) + "." + column.get();
            return found.hint(Words.tick(written) + " exists; did you mean it?").fix(culprit.span(), written);
        }
        return found.hint("take one value per patient of " + other + " first, for example with sort_by(…).first_for_patient()");
    }

    private static Diagnostic noKey(Given given, Call call) {
        Context context = call.context();
        EvaluatedValue value = given.value();
        if (value instanceof TextValue text) {
            return columnAsText(text, given, call);
        }
        if (value instanceof FrameValue) {
            return Diagnostic.error(
                            QueryCode.ROW_NOT_VALUE,
                            given.span(),
                            "sort_by wants a column; " + Words.tick(Words.source(given.span(), context)) + " is a table of rows")
                    .hint("name the column: " + Words.tick(Words.source(given.span(), context) + "." + dateColumn(call).orElse("…")));
        }
        if (value instanceof catchment.compiler.eval.Collection) {
            Optional<Diagnostic> accident = context.accident(value);
            return accident.orElseGet(() -> Diagnostic.error(
                            EvalCode.ARGUMENT_KIND, given.span(), "sort_by wants columns, not " + value.kind() + " of them")
                    .hint("without the brackets: `sort_by(a, b)`"));
        }
        if (Literals.own(value).isPresent()) {
            return Diagnostic.error(
                            QueryCode.SORT_BY_PATIENT_VALUE,
                            given.span(),
                            Words.tick(Words.source(given.span(), context)) + " is the same for every row, so it gives no order")
                    .hint("sort by a column" + dateColumn(call).map(name -> ", for example " + owner(call) + "." + name).orElse(""));
        }
        return Misfits.noValue(value, given.span(), "sort_by wants a column", context);
    }

    private static Diagnostic columnAsText(TextValue text, Given given, Call call) {
        TableSchema schema = call.frame().node().schema();
        List<String> names = schema.columns().stream().map(TableSchema.Column::name).toList();
        Optional<String> column = names.contains(text.value())
                ? Optional.of(text.value())
                : NearNames.of(text.value(), names).stream().findFirst();
        Diagnostic found = Diagnostic.error(
                QueryCode.COLUMN_AS_TEXT,
                given.span(),
                "sort_by wants the column itself, not its name in quotes");
        if (column.isEmpty()) {
            return found.hint("columns of " + Frames.name(call.frame().node().table()) + ": " + Words.some(names, 6));
        }
        String written = Frames.written(call.frame().node(), call.context()).orElse(owner(call)) + "." + column.get();
        return found.hint("write " + Words.tick(written)).fix(given.span(), written);
    }

    private static Diagnostic notComparable(SeriesValue series, Given given, Context context) {
        String text = Words.source(given.span(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.TYPE_MISMATCH, given.span(), "sort_by wants values with an order; " + Words.tick(text) + " is " + Words.a(series.type()));
        return series.type() == Type.BOOL
                ? Source.append(found, given.span(), Words.full(given.span(), context), ".as_int()")
                : found;
    }

    private static Diagnostic perPatient(Given given, Call call) {
        String text = Words.source(given.span(), call.context());
        Diagnostic found = Diagnostic.error(
                QueryCode.SORT_BY_PATIENT_VALUE,
                given.span(),
                Words.tick(text) + " is one value per patient, so it gives the patient's rows no order");
        return found.hint("sort by a column of the rows"
                + dateColumn(call).map(name -> ": " + owner(call) + "." + name).orElse(""));
    }

    /** The first date column of the frame. */
    static Optional<String> dateColumn(Call call) {
        return Frames.dateColumn(call.frame().node());
    }

    private static String owner(Call call) {
        Span receiver = call.site().receiver();
        return Words.source(receiver, call.context());
    }
}
