package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition of the model in the language, or what comes nearest: an operation on literals alone is one of Python's there, and rows that are written in the
 * definition are a table like others.
 */
final class DefinitionText {
    private DefinitionText() {}

    /** The lines of the definition, without imports. */
    static List<String> lines(DatasetDefinition dataset) {
        List<String> lines = new ArrayList<>();
        if (!(dataset.population() instanceof Value value && Boolean.TRUE.equals(value.value()))) {
            lines.add("dataset.define_population(" + text(dataset.population()) + ")");
        }
        dataset.variables().forEach((name, series) -> lines.add("dataset." + name + " = " + text(series)));
        dataset.events().forEach((name, table) -> lines.add("dataset.add_event_table(\"" + name + "\", " + text(table) + ")"));
        return lines;
    }

    private static String text(Node node) {
        return switch (node) {
            case SelectTable table -> table.definition().name();
            case SelectPatientTable table -> table.definition().name();
            case InlinePatientTable table -> table.definition().name();
            case Filter filter -> text(filter.source()) + ".where(" + text(filter.condition()) + ")";
            case Sort sort -> text(sort.source()) + ".sort_by(" + text(sort.key()) + ")";
            case PickOneRowPerPatient pick -> text(pick.source()) + (pick.position() == PickOneRowPerPatient.Position.FIRST ? ".first" : ".last") + "_for_patient()";
            case SelectColumn column -> text(column.source()) + "." + column.name();
            case Value value -> literal(value.value());
            case Parameter parameter -> parameter.name().equals("interval_start_date") ? "INTERVAL.start_date" : "INTERVAL.end_date";
            case ValueSet set -> set.values().stream().map(DefinitionText::literal).collect(Collectors.joining(", ", "[", "]"));
            case CombineAsSet set -> text(set.source());
            case In in -> text(in.value()) + ".is_in(" + text(in.set()) + ")";
            case Exists exists -> text(exists.source()) + ".exists_for_patient()";
            case Count count -> text(count.source()) + ".count_for_patient()";
            case CountEpisodes episodes -> text(episodes.source()) + ".count_episodes_for_patient(days(" + episodes.maximumGapDays() + "))";
            case Aggregate aggregate -> text(aggregate.source()) + switch (aggregate.kind()) {
                case COUNT_DISTINCT -> ".count_distinct_for_patient()";
                case MIN -> ".minimum_for_patient()";
                case MAX -> ".maximum_for_patient()";
                case SUM -> ".sum_for_patient()";
                case MEAN -> ".mean_for_patient()";
            };
            case Case branches -> {
                List<String> parts = new ArrayList<>();
                branches.branches().forEach(branch ->
                        parts.add("when(" + text(branch.condition()) + ").then(" + branch.value().map(DefinitionText::text).orElse("None") + ")"));
                branches.otherwise().ifPresent(value -> parts.add("otherwise=" + text(value)));
                yield "case(" + String.join(", ", parts) + ")";
            }
            case SeriesCollection collection -> collection.members().entrySet().stream()
                    .map(member -> member.getKey() + "=" + text(member.getValue()))
                    .collect(Collectors.joining(", "));
            case Function function -> function(function, function.arguments().stream().map(DefinitionText::text).toList());
        };
    }

    private static String function(Function function, List<String> operands) {
        String first = operands.getFirst();
        return switch (function.operator()) {
            case EQ -> pair(operands, "==");
            case NE -> pair(operands, "!=");
            case LT -> pair(operands, "<");
            case LE -> pair(operands, "<=");
            case GT -> pair(operands, ">");
            case GE -> pair(operands, ">=");
            case AND -> pair(operands, "&");
            case OR -> pair(operands, "|");
            case ADD -> pair(operands, "+");
            case SUBTRACT -> pair(operands, "-");
            case MULTIPLY -> pair(operands, "*");
            case TRUE_DIVIDE -> pair(operands, "/");
            case FLOOR_DIVIDE -> pair(operands, "//");
            case POWER -> pair(operands, "**");
            case NOT -> "(~" + first + ")";
            case NEGATE -> "(-" + first + ")";
            case IS_NULL -> first + ".is_null()";
            case ABSOLUTE -> first + ".absolute()";
            case CAST_TO_INT -> first + ".as_int()";
            case CAST_TO_FLOAT -> first + ".as_float()";
            case DATE_ADD_DAYS -> "(" + first + " + days(" + operands.get(1) + "))";
            case DATE_ADD_MONTHS -> "(" + first + " + months(" + operands.get(1) + "))";
            case DATE_ADD_YEARS -> "(" + first + " + years(" + operands.get(1) + "))";
            case DATE_DIFFERENCE_IN_DAYS -> pair(operands, "-") + ".days";
            case DATE_DIFFERENCE_IN_MONTHS -> pair(operands, "-") + ".months";
            case DATE_DIFFERENCE_IN_YEARS -> pair(operands, "-") + ".years";
            case YEAR_FROM_DATE -> first + ".year";
            case MONTH_FROM_DATE -> first + ".month";
            case DAY_FROM_DATE -> first + ".day";
            case TO_FIRST_OF_YEAR -> first + ".to_first_of_year()";
            case TO_FIRST_OF_MONTH -> first + ".to_first_of_month()";
            case STRING_CONTAINS -> first + ".contains(" + operands.get(1) + ")";
            case MINIMUM_OF -> "minimum_of(" + String.join(", ", operands) + ")";
            case MAXIMUM_OF -> "maximum_of(" + String.join(", ", operands) + ")";
        };
    }

    private static String pair(List<String> operands, String sign) {
        return "(" + operands.get(0) + " " + sign + " " + operands.get(1) + ")";
    }

    private static String literal(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case Long whole -> whole < 0 ? "(" + whole + ")" : whole.toString();
            case Double real -> real < 0 ? "(" + real + ")" : real.toString();
            default -> "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        };
    }
}
