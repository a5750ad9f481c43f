package catchment.runtime.explain;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/** A series as it could be written: for those that a library method made, of which no author wrote a text. */
final class Formula {
    private Formula() {}

    /**
     * The formula.
     *
     * @param words the words for its parts
     */
    static String of(Series series, java.util.function.Function<Series, String> words) {
        return switch (series) {
            case SelectColumn column -> Clauses.name(column.source()) + "." + column.name();
            case Value _, Parameter _ -> words.apply(series);
            case In in -> words.apply(in.value()) + ".is_in(…)";
            case Case _ -> "case(…)";
            case Exists exists -> Clauses.name(exists.source()) + " … .exists_for_patient()";
            case Count count -> Clauses.name(count.source()) + " … .count_for_patient()";
            case Aggregate aggregate -> words.apply(aggregate.source()) + " (" + aggregate.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ")";
            case CountEpisodes episodes -> words.apply(episodes.source()) + ".count_episodes_for_patient(…)";
            case CombineAsSet set -> words.apply(set.source());
            case Function function -> function(function, function.arguments().stream().map(words).toList());
        };
    }

    private static String function(Function function, List<String> parts) {
        String first = parts.getFirst();
        return switch (function.operator()) {
            case EQ -> infix(parts, "==");
            case NE -> infix(parts, "!=");
            case LT -> infix(parts, "<");
            case LE -> infix(parts, "<=");
            case GT -> infix(parts, ">");
            case GE -> infix(parts, ">=");
            case AND -> infix(parts, "&");
            case OR -> infix(parts, "|");
            case ADD -> infix(parts, "+");
            case SUBTRACT -> infix(parts, "-");
            case MULTIPLY -> infix(parts, "*");
            case TRUE_DIVIDE -> infix(parts, "/");
            case FLOOR_DIVIDE -> infix(parts, "//");
            case POWER -> infix(parts, "**");
            case NOT -> "~(" + first + ")";
            case NEGATE -> "-(" + first + ")";
            case IS_NULL -> first + ".is_null()";
            case ABSOLUTE -> first + ".absolute()";
            case CAST_TO_INT -> first + ".as_int()";
            case CAST_TO_FLOAT -> first + ".as_float()";
            case DATE_ADD_DAYS -> first + " + days(" + parts.getLast() + ")";
            case DATE_ADD_MONTHS -> first + " + months(" + parts.getLast() + ")";
            case DATE_ADD_YEARS -> first + " + years(" + parts.getLast() + ")";
            case DATE_DIFFERENCE_IN_DAYS -> "(" + infix(parts, "-") + ").days";
            case DATE_DIFFERENCE_IN_MONTHS -> "(" + infix(parts, "-") + ").months";
            case DATE_DIFFERENCE_IN_YEARS -> "(" + infix(parts, "-") + ").years";
            case YEAR_FROM_DATE -> first + ".year";
            case MONTH_FROM_DATE -> first + ".month";
            case DAY_FROM_DATE -> first + ".day";
            case TO_FIRST_OF_YEAR -> first + ".to_first_of_year()";
            case TO_FIRST_OF_MONTH -> first + ".to_first_of_month()";
            case STRING_CONTAINS -> first + ".contains(" + parts.getLast() + ")";
            case MINIMUM_OF -> "minimum_of(" + String.join(", ", parts) + ")";
            case MAXIMUM_OF -> "maximum_of(" + String.join(", ", parts) + ")";
        };
    }

    private static String infix(List<String> parts, String sign) {
        return parts.stream().collect(Collectors.joining(" " + sign + " "));
    }
}
