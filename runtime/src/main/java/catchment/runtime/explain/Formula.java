package catchment.runtime.explain;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A series as it could be written: in its author's words where there are any, and around them what a library method or a loop made of them. */
final class Formula {
    /** Beyond so many parts nobody reads on; a graph that shares its parts would never end. */
    private static final int MOST_PARTS = 60;
    private static final int DEEPEST = 12;
    private static final int FEW = 3;

    private final java.util.function.Function<Series, Optional<String>> written;
    private int parts;
    private int depth;

    /**
     * @param written what an author wrote for a series
     */
    Formula(java.util.function.Function<Series, Optional<String>> written) {
        this.written = written;
    }

    /** The formula. */
    String of(Series series) {
        if (series instanceof Value value) {
            return literal(value.value());
        }
        if (series instanceof Parameter parameter) {
            return parameter.name();
        }
        Optional<String> text = written.apply(series);
        if (text.isPresent()) {
            return text.get();
        }
        if (++parts > MOST_PARTS || depth >= DEEPEST) {
            return "…";
        }
        depth++;
        String made = made(series);
        depth--;
        return made;
    }

    private static String literal(Object value) {
        String text = Described.value(Optional.of(value));
        return value instanceof LocalDate ? "\"" + text + "\"" : text;
    }

    private String made(Series series) {
        return switch (series) {
            case SelectColumn column -> Clauses.name(column.source()) + "." + column.name();
            case Value _, Parameter _ -> of(series);
            case In in -> in(in, "is_in");
            case Case branches -> branches(branches);
            case Exists exists -> Clauses.name(exists.source()) + " … .exists_for_patient()";
            case Count count -> Clauses.name(count.source()) + " … .count_for_patient()";
            case Aggregate aggregate -> of(aggregate.source()) + " (" + aggregate.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
            case CountEpisodes episodes -> operand(episodes.source()) + ".count_episodes_for_patient(…)";
            case CombineAsSet set -> of(set.source());
            case Function function when function.operator() == Operator.NOT -> opposite(function.arguments().getFirst());
            case Function function -> function(function, function.arguments());
        };
    }

    /** A series in front of a dot or beside an operator: in brackets, unless it is one word with what is called of it. */
    private String operand(Series series) {
        return bracketed(of(series));
    }

    private static String bracketed(String text) {
        int open = 0;
        char quote = 0;
        boolean joined = false;
        for (char letter : text.toCharArray()) {
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if ("([{".indexOf(letter) >= 0) {
                open++;
            } else if (")]}".indexOf(letter) >= 0) {
                open--;
            } else {
                joined |= open == 0 && "~-+*/&|<>=! ".indexOf(letter) >= 0;
            }
        }
        return joined ? "(" + text + ")" : text;
    }

    private String opposite(Series series) {
        return switch (series) {
            case Series other when written.apply(other).isPresent() -> "~" + operand(other);
            case In in -> in(in, "is_not_in");
            case Function function when function.operator() == Operator.IS_NULL -> operand(function.arguments().getFirst()) + ".is_not_null()";
            case Series other -> "~" + bracketed(of(other));
        };
    }

    private String in(In in, String method) {
        String members = switch (in.set()) {
            case ValueSet list when list.values().size() <= FEW ->
                    "[" + list.values().stream().map(Formula::literal).collect(Collectors.joining(", ")) + "]";
            case ValueSet list -> "… " + list.values().size() + " values";
            case CombineAsSet set -> of(set);
            case Node _ -> "…";
        };
        return operand(in.value()) + "." + method + "(" + members + ")";
    }

    private String branches(Case branches) {
        StringBuilder text = new StringBuilder("case(");
        for (Case.Branch branch : branches.branches()) {
            text.append("when(").append(of(branch.condition())).append(").then(").append(branch.value().map(this::of).orElse("None")).append("), ");
        }
        return text + "otherwise=" + branches.otherwise().map(this::of).orElse("None") + ")";
    }

    private String function(Function function, List<Series> arguments) {
        return switch (function.operator()) {
            case EQ -> infix(arguments, "==");
            case NE -> infix(arguments, "!=");
            case LT -> infix(arguments, "<");
            case LE -> infix(arguments, "<=");
            case GT -> infix(arguments, ">");
            case GE -> infix(arguments, ">=");
            case AND -> infix(arguments, "&");
            case OR -> infix(arguments, "|");
            case ADD -> infix(arguments, "+");
            case SUBTRACT -> infix(arguments, "-");
            case MULTIPLY -> infix(arguments, "*");
            case TRUE_DIVIDE -> infix(arguments, "/");
            case FLOOR_DIVIDE -> infix(arguments, "//");
            case POWER -> infix(arguments, "**");
            case NOT -> opposite(arguments.getFirst());
            case NEGATE -> "-" + operand(arguments.getFirst());
            case IS_NULL -> method(arguments, "is_null");
            case ABSOLUTE -> method(arguments, "absolute");
            case CAST_TO_INT -> method(arguments, "as_int");
            case CAST_TO_FLOAT -> method(arguments, "as_float");
            case DATE_ADD_DAYS -> later(arguments, "days");
            case DATE_ADD_MONTHS -> later(arguments, "months");
            case DATE_ADD_YEARS -> later(arguments, "years");
            case DATE_DIFFERENCE_IN_DAYS -> "(" + infix(arguments, "-") + ").days";
            case DATE_DIFFERENCE_IN_MONTHS -> "(" + infix(arguments, "-") + ").months";
            case DATE_DIFFERENCE_IN_YEARS -> "(" + infix(arguments, "-") + ").years";
            case YEAR_FROM_DATE -> operand(arguments.getFirst()) + ".year";
            case MONTH_FROM_DATE -> operand(arguments.getFirst()) + ".month";
            case DAY_FROM_DATE -> operand(arguments.getFirst()) + ".day";
            case TO_FIRST_OF_YEAR -> method(arguments, "to_first_of_year");
            case TO_FIRST_OF_MONTH -> method(arguments, "to_first_of_month");
            case STRING_CONTAINS -> method(arguments, "contains");
            case MINIMUM_OF -> "minimum_of(" + listed(arguments) + ")";
            case MAXIMUM_OF -> "maximum_of(" + listed(arguments) + ")";
        };
    }

    /** A method of the first, given the others. */
    private String method(List<Series> arguments, String name) {
        return operand(arguments.getFirst()) + "." + name + "(" + listed(arguments.subList(1, arguments.size())) + ")";
    }

    private String later(List<Series> arguments, String unit) {
        return operand(arguments.getFirst()) + " + " + unit + "(" + of(arguments.getLast()) + ")";
    }

    private String listed(List<Series> arguments) {
        return arguments.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private String infix(List<Series> arguments, String sign) {
        return arguments.stream().map(this::operand).collect(Collectors.joining(" " + sign + " "));
    }
}
