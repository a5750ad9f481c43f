package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.Optional;

/** What a variable, a population, a numerator or a group can be: one value per patient. */
final class VariableValues {
    private VariableValues() {}

    /**
     * The value as a series of one value per patient. Empty, after a report, if it is none.
     *
     * @param variable the variable's name, which may tell which column is meant
     */
    static Optional<Series> perPatient(EvaluatedValue value, Span span, Optional<String> variable, Context context) {
        if (value instanceof SeriesValue series && series.perPatient()) {
            return Optional.of(series.node());
        }
        context.report(mistake(value, span, variable, context));
        return Optional.empty();
    }

    private static Diagnostic mistake(EvaluatedValue value, Span span, Optional<String> variable, Context context) {
        String text = Words.source(span, context);
        return switch (value) {
            case SeriesValue series -> manyRows(series, span, context);
            case FrameValue frame -> FrameMisses.asValue(frame, span, variable, context);
            case IntervalValue _ -> Diagnostic.error(
                            QueryCode.INTERVAL_OUTSIDE_MEASURES, span, "INTERVAL has dates only within a measure; a dataset has no intervals")
                    .hint("use a fixed date");
            default -> Literals.own(value).isPresent()
                    ? Diagnostic.error(
                                    QueryCode.VARIABLE_NEEDS_SERIES,
                                    span,
                                    Words.tick(text) + " is the same for every patient; a variable needs a value per patient")
                            .hint("for a fixed label: " + Words.tick("case(when(patients.exists_for_patient()).then(" + text + "))"))
                    : unfit(value, span, context);
        };
    }

    private static Diagnostic unfit(EvaluatedValue value, Span span, Context context) {
        Diagnostic found = Misfits.noValue(value, span, "one value per patient is needed", context);
        return found.code() == QueryCode.TYPE_MISMATCH
                ? new Diagnostic(QueryCode.VARIABLE_NEEDS_SERIES, found.severity(), found.span(), found.message(), found.hints(), found.fixes())
                : found;
    }

    /** One value per row where one per patient is needed. */
    static Diagnostic manyRows(SeriesValue series, Span span, Context context) {
        String text = Words.source(span, context);
        String table = Rows.tableName(series.node());
        Diagnostic found = Diagnostic.error(
                QueryCode.MANY_ROWS, span, Words.tick(table) + " has many rows per patient, and " + Words.tick(text) + " a value for each; one value is needed");
        if (series.node() instanceof SelectColumn column && column.source() instanceof EventFrame frame) {
            return column(found, column, frame, Words.full(span, context), span, series.type(), context);
        }
        if (series.type() == Type.BOOL) {
            String owner = Rows.frame(series.node()).flatMap(rows -> Frames.written(rows, context)).orElse(table);
            return found.hint("whether it holds for any row: " + Words.tick(owner + ".where(" + text + ").exists_for_patient()"));
        }
        return found.hint(
                series.type().isNumeric() || series.type() == Type.DATE
                        ? "combine the values: (" + text + ").maximum_for_patient()"
                        : "pick a row first: .sort_by(…).last_for_patient()");
    }

    private static Diagnostic column(
            Diagnostic found, SelectColumn column, EventFrame frame, String text, Span span, Type type, Context context) {
        String dot = "." + column.name();
        boolean plain = text.endsWith(dot);
        String rows = plain ? text.substring(0, text.length() - dot.length()) : text;
        String owner = rows.matches("[A-Za-z0-9_.]+") ? rows : Frames.written(frame, context).orElse(Frames.name(frame.table()));
        Optional<String> key = type == Type.DATE ? Optional.of(column.name()) : Frames.dateColumn(frame);
        Diagnostic hinted = found;
        if (plain && key.isPresent()) {
            String mended = rows + (frame.isSorted() ? "" : ".sort_by(" + owner + "." + key.get() + ")") + ".last_for_patient()" + dot;
            hinted = hinted.hint("pick a row: " + Words.tick(mended)).fix(span, mended);
        }
        if (!plain && key.isPresent()) {
            // Where the value has another name here, such as that of a function, the row is picked where it is made.
            String pick = (frame.isSorted() ? "" : ".sort_by(" + owner + "." + key.get() + ")") + ".last_for_patient()";
            hinted = hinted.hint("pick a row where it is made, before " + Words.tick(dot) + ": " + Words.tick("…" + pick + dot));
        }
        return switch (type) {
            case INT, FLOAT, DATE -> hinted.hint("or combine the values: " + Words.tick(text + ".maximum_for_patient()"));
            case BOOL -> hinted.hint("or whether it holds for any row: " + Words.tick(rows + ".where(" + text + ").exists_for_patient()"));
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    hinted.hint("or whether any row has a value: " + Words.tick(rows + ".where(" + text + ".is_in([…])).exists_for_patient()"));
        };
    }
}
