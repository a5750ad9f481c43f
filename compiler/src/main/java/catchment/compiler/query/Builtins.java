package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Expression;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Python's own functions on columns and tables: which method does the same per patient. */
final class Builtins {
    private static final Set<String> HARMLESS = Set.of(
            "isinstance", "type", "print", "hasattr", "getattr", "setattr", "id", "callable", "vars", "dir", "repr", "enumerate", "zip");

    private Builtins() {}

    static Optional<EvaluatedValue> onSeries(
            SeriesValue series, String name, Expression.Call syntax, Arguments arguments, Context context) {
        if (HARMLESS.contains(name)) {
            return Optional.empty();
        }
        boolean several = arguments.positional().size() > 1;
        String first = arguments.positional().isEmpty() ? "" : Words.full(arguments.positional().getFirst().span(), context);
        String owner = syntax.arguments().isEmpty() ? first : Source.primary(syntax.arguments().getFirst().value(), context);
        String all = arguments.positional().stream().map(given -> Words.full(given.span(), context)).collect(Collectors.joining(", "));
        boolean events = !series.perPatient();
        Optional<String> mended = switch (name) {
            case "max" -> several ? Optional.of("maximum_of(" + all + ")") : events ? Optional.of(owner + ".maximum_for_patient()") : Optional.empty();
            case "min" -> several ? Optional.of("minimum_of(" + all + ")") : events ? Optional.of(owner + ".minimum_for_patient()") : Optional.empty();
            case "abs" -> series.type().isNumeric() ? Optional.of(owner + ".absolute()") : Optional.empty();
            case "sum" -> events && series.type().isNumeric() ? Optional.of(owner + ".sum_for_patient()") : Optional.empty();
            case "len" -> events ? Optional.of(owner + ".count_distinct_for_patient()") : Optional.empty();
            case "int" -> series.type().isNumeric() || series.type() == Type.BOOL ? Optional.of(owner + ".as_int()") : Optional.empty();
            case "float" -> series.type().isNumeric() ? Optional.of(owner + ".as_float()") : Optional.empty();
            case "pow" -> arguments.positional().size() == 2
                    ? Optional.of(owner + " ** " + Words.full(arguments.positional().get(1).span(), context))
                    : Optional.empty();
            case "set" -> Optional.empty();
            default -> Optional.empty();
        };
        Diagnostic found = Diagnostic.error(
                QueryCode.BUILTIN_ON_SERIES, syntax.span(), Words.tick(name) + " works on values that are known now; " + Words.tick(first) + " differs per patient");
        if (mended.isPresent()) {
            found = found.hint("write " + Words.tick(mended.get())).fix(syntax.span(), mended.get());
        } else {
            found = found.hint(advice(name, owner));
        }
        return Optional.of(context.refuse(found));
    }

    private static String advice(String name, String owner) {
        return switch (name) {
            case "round" -> "cut off the fraction with " + owner + ".as_int(), or round in the analysis";
            case "str" -> "keep the column as it is; labels are made with case(…) or map_values({…})";
            case "bool" -> "a condition: " + owner + " > 0, or " + owner + ".is_not_null()";
            case "any" -> "join conditions with |, or test a table with .exists_for_patient()";
            case "all" -> "join conditions with &";
            case "sorted" -> "sort the table: .sort_by(" + owner + ")";
            case "max" -> "maximum_of(a, b) takes the greater of several values";
            case "min" -> "minimum_of(a, b) takes the lesser of several values";
            case "sum" -> "add values with +; add up rows with .sum_for_patient()";
            default -> "operators and methods work on all values at once";
        };
    }

    static Optional<EvaluatedValue> onFrame(
            FrameValue frame, String name, Expression.Call syntax, Arguments arguments, Context context) {
        if (HARMLESS.contains(name)) {
            return Optional.empty();
        }
        String text = arguments.positional().isEmpty() ? "it" : Words.full(arguments.positional().getFirst().span(), context);
        String owner = syntax.arguments().isEmpty() ? text : Source.primary(syntax.arguments().getFirst().value(), context);
        Optional<String> mended = switch (name) {
            case "len", "sum" -> Optional.of(owner + ".count_for_patient()");
            case "any", "bool" -> Optional.of(owner + ".exists_for_patient()");
            default -> Optional.empty();
        };
        Diagnostic found = Diagnostic.error(
                QueryCode.BUILTIN_ON_FRAME, syntax.span(), Words.tick(name) + " works now, but the rows of " + Words.tick(text) + " are known only per patient");
        found = mended.isPresent()
                ? found.hint("write " + Words.tick(mended.get())).fix(syntax.span(), mended.get())
                : found.hint(switch (name) {
                    case "max", "min", "sorted" ->
                            "pick a row: " + owner + ".sort_by(…)." + (name.equals("max") ? "last" : "first") + "_for_patient()";
                    default -> "choose rows with .where(…), and one of them with .sort_by(…).first_for_patient()";
                });
        return Optional.of(context.refuse(found));
    }
}
