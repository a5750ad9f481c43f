package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.PropertyValue;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is said of frames that stand, or are asked, where they cannot. */
final class FrameMisses {
    private static final Set<String> PICKS = Set.of("first_for_patient", "last_for_patient");
    private static final Set<String> ROW_METHODS =
            Set.of("where", "except_where", "sort_by", "first_for_patient", "last_for_patient", "take", "drop", "filter");

    /** Columns that had another name in the first version. */
    private static final Map<String, String> RENAMED_COLUMNS = Map.of(
            "primary_diagnoses", "primary_diagnosis", "patient_index", "patient_id", "dob", "date_of_birth", "dod", "date_of_death");

    private FrameMisses() {}

    /** A frame where true or false is wanted. */
    static Diagnostic asCondition(FrameValue frame, Span span, Context context) {
        String text = Words.source(span, context);
        return Diagnostic.error(
                        QueryCode.FRAME_AS_CONDITION,
                        span,
                        Words.tick(text) + " is " + (frame.manyRows() ? "a table of rows" : "a row") + ", not true or false")
                .hint("write " + Words.tick(text + ".exists_for_patient()"))
                .fix(span.after(), ".exists_for_patient()");
    }

    /** A frame where a value is wanted. */
    static Diagnostic asValue(FrameValue frame, Span span, Context context) {
        return asValue(frame, span, Optional.empty(), context);
    }

    /** A frame where a value is wanted, for a variable whose name may tell which column. */
    static Diagnostic asValue(FrameValue frame, Span span, Optional<String> variable, Context context) {
        String text = Words.source(span, context);
        List<String> columns = byLikeness(frame, variable);
        String some = Words.some(columns, 5);
        if (!frame.manyRows()) {
            Diagnostic found = Diagnostic.error(
                    QueryCode.ROW_NOT_VALUE, span, Words.tick(text) + " is a whole row; one of its columns is needed");
            boolean clear = variable.isPresent() && !columns.isEmpty() && alike(variable.get(), columns.getFirst());
            found = found.hint("name it: " + Words.tick(text + "." + (columns.isEmpty() ? "…" : columns.getFirst())));
            found = clear ? found.fix(span.after(), "." + columns.getFirst()) : found;
            return found.hint("its columns are " + some);
        }
        return Diagnostic.error(
                        QueryCode.ROW_NOT_VALUE, span, Words.tick(text) + " is a table of many rows per patient; one value per patient is needed")
                .hint("whether there is any: " + Words.tick(text + ".exists_for_patient()") + "; how many: " + Words.tick(text + ".count_for_patient()"))
                .hint("or pick a row and name its column: " + Words.tick(text + ".sort_by("
                        + Frames.written(frame.node(), context).orElse(text) + "." + Frames.dateColumn(frame.node()).orElse("…")
                        + ").last_for_patient()." + (columns.isEmpty() ? "…" : columns.getFirst())));
    }

    private static boolean alike(String variable, String column) {
        String last = variable.substring(variable.lastIndexOf('_') + 1);
        return column.contains(variable) || variable.contains(column) || last.length() > 2 && column.contains(last);
    }

    private static List<String> byLikeness(FrameValue frame, Optional<String> variable) {
        List<String> names = new ArrayList<>(frame.node().schema().columns().stream().map(TableSchema.Column::name).toList());
        variable.ifPresent(name -> names.sort((a, b) -> Boolean.compare(alike(name, b), alike(name, a))));
        return names;
    }

    /** A frame beside an operator. */
    static Diagnostic operand(
            FrameValue frame, String operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        Span span = reflected ? syntax.right().span() : syntax.left();
        return operator.equals("&") || operator.equals("|") ? asCondition(frame, span, context) : asValue(frame, span, context);
    }

    static Diagnostic set(FrameValue frame, String name, Span nameSpan) {
        return Diagnostic.error(QueryCode.NOT_SETTABLE, nameSpan, Words.tick(name) + " is a column of " + Words.tick(frame.table().name()) + " and cannot be changed")
                .hint("keep it under a name of its own: " + Words.tick(name + " = …") + ", or as a variable: " + Words.tick("dataset." + name + " = …"));
    }

    static Diagnostic call(FrameValue frame, Expression.Call syntax, Context context) {
        String text = Words.source(syntax.function().span(), context);
        return Diagnostic.error(EvalCode.NOT_CALLABLE, syntax.span(), Words.tick(text) + " is a table and cannot be called")
                .hint("to filter it: " + Words.tick(text + ".where(…)"));
    }

    /** A name that the frame has not. */
    static Diagnostic attribute(FrameValue frame, Expression.Attribute syntax, Context context) {
        String name = syntax.name();
        String text = Words.source(syntax.target().span(), context);
        String table = frame.table().name();
        String known = Habits.renamed(name).orElse(name);
        if (frame.manyRows() && PICKS.contains(known) && Catalogue.member(frame, known).isEmpty()) {
            return pickWithoutSort(frame, syntax, known, text, context);
        }
        if (!frame.manyRows() && ROW_METHODS.contains(known)) {
            return rowsOfOneRow(frame, syntax, text, context);
        }
        if (frame.picked() && frame.table().member(name).filter(member -> !(member instanceof PropertyValue)).isPresent()) {
            return Diagnostic.error(
                            QueryCode.WHERE_AFTER_PICK,
                            syntax.nameSpan(),
                            Words.tick(text) + " is one row per patient already; " + Words.tick(name) + " belongs to the table " + Words.tick(table))
                    .hint("call it on the table: " + Words.tick(Frames.written(frame.node(), context).orElse(table) + "." + name + "(…)"));
        }
        Optional<String> renamed = Habits.renamed(name).filter(ours -> Catalogue.member(frame, ours).isPresent());
        if (renamed.isPresent()) {
            return Habits.renamedMethod(name, renamed.get(), syntax.nameSpan(), text);
        }
        Optional<String> column = Optional.ofNullable(RENAMED_COLUMNS.get(name))
                .filter(ours -> frame.node().schema().column(ours).isPresent());
        if (column.isPresent()) {
            return unknown(frame, syntax, text).hint("it is called " + Words.tick(column.get())).fix(syntax.nameSpan(), column.get());
        }
        if (Catalogue.isSeriesMember(name)) {
            return columnMissing(frame, syntax, text);
        }
        List<String> near = NearNames.of(name, frame.attributeNames());
        Diagnostic found = unknown(frame, syntax, text);
        if (!near.isEmpty()) {
            found = found.hint("did you mean " + Words.or(near.stream().map(Words::tick).toList()) + "?").fix(syntax.nameSpan(), near.getFirst());
        }
        List<String> columns = frame.node().schema().columns().stream().map(TableSchema.Column::name).toList();
        return near.isEmpty() ? found.hint("its columns are " + Words.some(columns, 8)) : found;
    }

    private static Diagnostic unknown(FrameValue frame, Expression.Attribute syntax, String text) {
        String table = frame.table().name();
        String of = text.equals(table) ? Words.tick(text) : Words.tick(text) + " (" + table + ")";
        return Diagnostic.error(QueryCode.UNKNOWN_COLUMN, syntax.nameSpan(), of + " has no column " + Words.tick(syntax.name()));
    }

    private static Diagnostic pickWithoutSort(FrameValue frame, Expression.Attribute syntax, String name, String text, Context context) {
        String owner = Frames.written(frame.node(), context).orElse(text);
        String key = Frames.dateColumn(frame.node()).map(column -> owner + "." + column).orElse("…");
        String end = name.startsWith("first") ? "first" : "last";
        Diagnostic found = Diagnostic.error(
                        QueryCode.PICK_WITHOUT_SORT, syntax.nameSpan(), "there is no " + end + " row: the rows of " + Words.tick(text) + " are not sorted")
                .hint("write " + Words.tick(text + ".sort_by(" + key + ")." + name + "()"));
        return key.equals("…") ? found : found.fix(syntax.nameSpan(), "sort_by(" + key + ")." + name);
    }

    private static Diagnostic rowsOfOneRow(FrameValue frame, Expression.Attribute syntax, String text, Context context) {
        if (frame.picked()) {
            return Diagnostic.error(
                            QueryCode.WHERE_AFTER_PICK, syntax.nameSpan(), Words.tick(text) + " is one row per patient already; it has no " + Words.tick(syntax.name()))
                    .hint("filter and sort before picking: " + Words.tick(Frames.written(frame.node(), context).orElse(frame.table().name())
                            + ".where(…).sort_by(…)"))
                    .hint("or test the row that was picked: " + Words.tick(text + "." + firstColumn(frame) + " == …"));
        }
        return Diagnostic.error(
                        QueryCode.WHERE_AFTER_PICK,
                        syntax.nameSpan(),
                        Words.tick(text) + " has one row per patient, so there is nothing to " + (syntax.name().startsWith("sort") ? "sort" : "choose"))
                .hint("use its columns in a condition: " + Words.tick(text + "." + firstColumn(frame) + " == …"));
    }

    private static String firstColumn(FrameValue frame) {
        return frame.node().schema().columns().stream().map(TableSchema.Column::name).findFirst().orElse("…");
    }

    /** A method of columns was called on the table. */
    private static Diagnostic columnMissing(FrameValue frame, Expression.Attribute syntax, String text) {
        String name = syntax.name();
        List<Type> types = Catalogue.typesWith(name);
        List<String> columns = frame.node().schema().columns().stream()
                .filter(column -> types.contains(column.type()))
                .map(TableSchema.Column::name)
                .toList();
        boolean general = types.size() > 5;
        String owner = general ? "columns" : Words.several(types.getFirst());
        Diagnostic found = Diagnostic.error(
                QueryCode.COLUMN_MISSING_BEFORE_METHOD,
                syntax.nameSpan(),
                Words.tick(name) + " belongs to " + owner + ", not to the table " + Words.tick(text));
        if (columns.isEmpty()) {
            return found.hint("this table has no such column");
        }
        if (name.equals("is_null") || name.equals("is_not_null")) {
            found = found.hint("to test for rows: " + Words.tick((name.equals("is_null") ? "~" : "") + text + ".exists_for_patient()"));
        }
        found = found.hint("name the column: " + Words.tick(text + "." + columns.getFirst() + "." + name + "(…)")
                + (columns.size() > 1 ? "; it could be " + Words.or(columns.stream().limit(4).map(Words::tick).toList()) : ""));
        return columns.size() == 1 ? found.fix(syntax.nameSpan().before(), columns.getFirst() + ".") : found;
    }
}
