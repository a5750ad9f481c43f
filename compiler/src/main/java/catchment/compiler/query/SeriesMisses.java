package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.model.Filter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said of series that are asked for what they have not. */
final class SeriesMisses {
    private static final Set<String> FRAME_METHODS =
            Set.of("where", "except_where", "sort_by", "first_for_patient", "last_for_patient", "exists_for_patient", "count_for_patient");

    private SeriesMisses() {}

    /** A name that the series has not. */
    static Diagnostic attribute(SeriesValue series, Expression.Attribute syntax, Context context) {
        String written = syntax.name();
        String text = Words.source(syntax.target().span(), context);
        String name = Habits.renamed(written).orElse(written);
        if (series.perPatient() && Catalogue.isEventSeriesMember(name, series.type())) {
            return alreadyOne(series, syntax, name, text, context);
        }
        if (FRAME_METHODS.contains(name) && Catalogue.member(series, name).isEmpty()) {
            return frameMethod(series, syntax, name, text);
        }
        if (series.type().isMultiCode() && (name.equals("is_in") || name.equals("is_not_in"))) {
            return Diagnostic.error(
                            QueryCode.MULTI_CODE_COLUMN,
                            syntax.nameSpan(),
                            Words.tick(text) + " holds several codes in one text; " + Words.tick(name) + " would compare the whole text")
                    .hint((name.equals("is_in") ? "write " : "write ~") + Words.tick(text + ".contains_any_of([…])"))
                    .fix(syntax.nameSpan(), "contains_any_of");
        }
        if ((name.equals("contains_any_of") || name.equals("contains")) && (series.type().isCode() || series.type() == Type.STR)) {
            return Diagnostic.error(
                            QueryCode.UNKNOWN_METHOD, syntax.nameSpan(), Words.tick(text) + " holds one " + series.type().words() + ", so it has no " + Words.tick(name))
                    .hint("write " + Words.tick(text + ".is_in([…])"))
                    .fix(syntax.nameSpan(), "is_in");
        }
        if (!name.equals(written) && Catalogue.member(series, name).isPresent()) {
            return Habits.renamedMethod(written, name, syntax.nameSpan(), text);
        }
        return unknown(series, syntax, text);
    }

    private static Diagnostic unknown(SeriesValue series, Expression.Attribute syntax, String text) {
        String name = syntax.name();
        List<String> known = Catalogue.memberNames(series);
        List<String> near = NearNames.of(name, known);
        Diagnostic found = Diagnostic.error(
                QueryCode.UNKNOWN_METHOD, syntax.nameSpan(), Words.several(series.type()) + " such as " + Words.tick(text) + " have no " + Words.tick(name));
        if (!near.isEmpty()) {
            return found.hint("did you mean " + Words.or(near.stream().map(Words::tick).toList()) + "?").fix(syntax.nameSpan(), near.getFirst());
        }
        List<Type> others = Catalogue.typesWith(name);
        if (!others.isEmpty()) {
            return found.hint(name + " belongs to " + Words.or(others.stream().map(Words::several).limit(3).toList()));
        }
        Optional<SelectColumn> column = Misfits.column(series);
        if (column.isPresent() && column.get().source().schema().column(name).isPresent()) {
            return found.hint("it is a column of the table: " + Words.tick(Frames.name(column.get().source()) + "." + name));
        }
        return Habits.advice(name).map(found::hint).orElseGet(() -> found.hint("they have " + Words.some(known, 8)));
    }

    private static Diagnostic alreadyOne(
            SeriesValue series, Expression.Attribute syntax, String name, String text, Context context) {
        Span end = CallText.call(syntax, context);
        Diagnostic found = Diagnostic.error(
                        QueryCode.ALREADY_ONE_VALUE, syntax.nameSpan(), Words.tick(text) + " already is one value per patient")
                .hint("leave out " + Words.tick("." + name + "()"))
                .fix(new Span(syntax.span().file(), syntax.target().span().end(), end.end()), "");
        if (series.node() instanceof SelectColumn column && column.source() instanceof PickOneRowPerPatient pick) {
            String rows = Frames.written(pick, context).orElse(Frames.name(pick)) + (pick.source() instanceof Filter ? ".where(…)" : "");
            return found.hint("for all rows: " + Words.tick(rows + "." + column.name() + "." + name + "()"));
        }
        return found;
    }

    private static Diagnostic frameMethod(SeriesValue series, Expression.Attribute syntax, String name, String text) {
        String what = series.perPatient() ? Words.a(series.type()) + " per patient" : Words.a(series.type()) + " per row";
        Diagnostic found = Diagnostic.error(
                QueryCode.WHERE_ON_VALUE, syntax.nameSpan(), Words.tick(text) + " is " + what + "; " + Words.tick(name) + " needs a table");
        if (series.node() instanceof SelectColumn column && !series.perPatient()) {
            String table = text.endsWith("." + column.name())
                    ? text.substring(0, text.length() - column.name().length() - 1)
                    : Frames.name(column.source());
            return found.hint("call it on the table: " + Words.tick(table + "." + name + "(…)"));
        }
        if (name.equals("exists_for_patient")) {
            return found.hint("to test whether there is a value: " + Words.tick(text + ".is_not_null()"));
        }
        return series.type() == Type.BOOL
                ? found.hint("join conditions with &: " + Words.tick(text + " & …"))
                : found.hint("filter the table before the value is taken");
    }

    static Diagnostic set(SeriesValue series, String name, Span nameSpan, Context context) {
        return Diagnostic.error(QueryCode.NOT_SETTABLE, nameSpan, "nothing can be added to a column")
                .hint("set a variable: " + Words.tick("dataset." + name + " = …"));
    }

    static Diagnostic call(SeriesValue series, Expression.Call syntax, Context context) {
        String text = Words.source(syntax.function().span(), context);
        return Diagnostic.error(
                        EvalCode.NOT_CALLABLE, syntax.span(), Words.tick(text) + " is " + series.kind() + " and cannot be called")
                .hint("without the parentheses: " + Words.tick(text));
    }
}
