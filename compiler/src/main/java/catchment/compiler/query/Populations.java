package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.meaning.EmptyPatient;
import catchment.compiler.model.Count;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.Optional;

/** Who can be a population: true or false per patient, and not true of somebody without any record. */
final class Populations {
    private Populations() {}

    /** The value as true or false per patient. Empty, after a report, if it is something else. */
    static Optional<Series> condition(Given given, String asker, Context context) {
        EvaluatedValue value = given.value();
        Span span = given.span();
        String text = Words.source(span, context);
        Optional<Diagnostic> mistake = switch (value) {
            case SeriesValue series when !series.perPatient() -> Optional.of(VariableValues.manyRows(series, span, context));
            case SeriesValue series when series.type() != Type.BOOL -> Optional.of(notBoolean(series, asker, span, context));
            case SeriesValue _ -> Optional.empty();
            case FrameValue frame -> Optional.of(FrameMisses.asCondition(frame, span, context));
            case BooleanValue _ -> Optional.of(Diagnostic.error(
                            QueryCode.POPULATION_NOT_BOOLEAN, span, asker + " needs true or false per patient; " + Words.tick(text) + " is the same for everybody")
                    .hint("for all patients: `patients.exists_for_patient()`"));
            default -> Optional.of(other(value, span, asker, context));
        };
        mistake.ifPresent(context::report);
        return mistake.isPresent() ? Optional.empty() : Optional.of(((SeriesValue) value).node());
    }

    private static Diagnostic other(EvaluatedValue value, Span span, String asker, Context context) {
        Diagnostic found = Misfits.noValue(value, span, asker + " needs true or false per patient", context);
        return found.code() == QueryCode.TYPE_MISMATCH
                ? new Diagnostic(QueryCode.POPULATION_NOT_BOOLEAN, found.severity(), found.span(), found.message(), found.hints(), found.fixes())
                : found;
    }

    private static Diagnostic notBoolean(SeriesValue series, String asker, Span span, Context context) {
        String text = Words.source(span, context);
        Diagnostic found = Diagnostic.error(
                QueryCode.POPULATION_NOT_BOOLEAN, span, asker + " needs true or false per patient; " + Words.tick(text) + " is " + Words.a(series.type()));
        return switch (series.type()) {
            case INT, FLOAT -> number(found, series, span, context);
            case DATE -> found.hint("whether there is one: " + Words.tick(text + ".is_not_null()") + ", or compare it with a date");
            case BOOL, STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    found.hint("compare it, for example " + Words.tick(text + " == …"));
        };
    }

    /** What a number is of says with what it is compared: rows with none, an age with that of adults. */
    private static Diagnostic number(Diagnostic found, SeriesValue series, Span span, Context context) {
        String text = Words.full(span, context);
        boolean age = series.node() instanceof Function function && function.operator() == Operator.DATE_DIFFERENCE_IN_YEARS;
        if (age) {
            return found.hint("compare it, for example " + Words.tick(text + " >= 18"));
        }
        found = found.hint("compare it, for example " + Words.tick(text + " > 0"));
        String counts = ".count_for_patient()";
        return series.node() instanceof Count && text.endsWith(counts)
                ? found.hint("whether there is any: " + Words.tick(text.substring(0, text.length() - counts.length()) + ".exists_for_patient()"))
                : found;
    }

    /** The finding for a population that somebody without any record would be in. */
    static Optional<Diagnostic> openEnded(Series population, Span span, Context context) {
        if (!EmptyPatient.isIn(population)) {
            return Optional.empty();
        }
        String text = Words.full(span, context);
        String start = context.visibleNames().entrySet().stream()
                .filter(name -> name.getValue() instanceof FrameValue frame && frame.table().name().equals("patients"))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("patients");
        String all = start + ".exists_for_patient()";
        if (text.replaceAll("[\\s()]", "").equals("~" + all.replaceAll("[()]", ""))) {
            return Optional.of(Diagnostic.error(
                            QueryCode.POPULATION_OPEN_ENDED, span, "nobody is without a record in " + Words.tick(start) + ", so this is a population of nobody, or of anybody at all")
                    .hint("for all patients, without `~`: " + Words.tick(all))
                    .fix(span, all));
        }
        String mended = start + ".exists_for_patient() & " + (text.matches("~?[A-Za-z0-9_.()\"'\\-]*") ? text : "(" + text + ")");
        return Optional.of(Diagnostic.error(
                        QueryCode.POPULATION_OPEN_ENDED,
                        span,
                        "this is true even of somebody without any record, so the population has no bounds")
                .hint("say first who is in, then who is out: " + Words.tick(mended))
                .fix(span, mended));
    }
}
