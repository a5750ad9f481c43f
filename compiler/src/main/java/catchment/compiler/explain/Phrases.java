package catchment.compiler.explain;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.List;

/** The words for what is done to values, given the words for the values. */
final class Phrases {
    private Phrases() {}

    /** A value as it is written: texts in quotes. */
    static String value(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case String text -> "\"" + text.replace("\n", "\\n") + "\"";
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }

    /**
     * A number of things: "1 SNOMED CT code", "2 SNOMED CT codes", "2 texts of several ICD-10 codes".
     *
     * @param noun for one of them
     */
    static String counted(long number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        int head = noun.contains(" of ") ? noun.indexOf(" of ") : noun.length();
        return number + " " + noun.substring(0, head) + "s" + noun.substring(head);
    }

    /** Things joined: "a, b and c". */
    static String joined(List<String> parts, String last) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " " + last + " " + parts.getLast();
    }

    /** "the first", "the last". */
    static String position(PickOneRowPerPatient.Position position) {
        return switch (position) {
            case FIRST -> "the first";
            case LAST -> "the last";
        };
    }

    /** What an aggregation makes of a value in each row. */
    static String aggregate(Aggregate aggregate, String source) {
        boolean date = aggregate.source().type() == Type.DATE;
        return switch (aggregate.kind()) {
            case MIN -> (date ? "the earliest " : "the least ") + source;
            case MAX -> (date ? "the latest " : "the greatest ") + source;
            case SUM -> "the sum of " + source;
            case MEAN -> "the mean of " + source;
            case COUNT_DISTINCT -> "the number of different values of " + source;
        };
    }

    /** A function of its operands, which are words already. */
    static String function(Function function, List<String> operands) {
        String first = operands.getFirst();
        String last = operands.getLast();
        boolean date = function.arguments().getFirst().type() == Type.DATE;
        return switch (function.operator()) {
            case EQ -> first + " is " + last;
            case NE -> first + " is not " + last;
            case LT -> first + (date ? " is before " : " is less than ") + last;
            case LE -> first + (date ? " is on or before " : " is at most ") + last;
            case GT -> first + (date ? " is after " : " is more than ") + last;
            case GE -> first + (date ? " is on or after " : " is at least ") + last;
            case AND -> joined(operands, "and");
            case OR -> joined(operands, "or");
            case NOT -> "it is not so that " + first;
            case IS_NULL -> first + " is missing";
            case NEGATE -> "minus " + first;
            case ABSOLUTE -> first + " without its sign";
            case ADD -> String.join(" + ", operands);
            case SUBTRACT -> first + " − " + last;
            case MULTIPLY -> String.join(" × ", operands);
            case TRUE_DIVIDE -> first + " divided by " + last;
            case FLOOR_DIVIDE -> first + " divided by " + last + ", rounded down";
            case POWER -> first + " to the power of " + last;
            case CAST_TO_INT -> first + " as a whole number";
            case CAST_TO_FLOAT -> first + " as a decimal number";
            case DATE_ADD_DAYS -> later(first, last, "day");
            case DATE_ADD_MONTHS -> later(first, last, "month");
            case DATE_ADD_YEARS -> later(first, last, "year");
            case DATE_DIFFERENCE_IN_DAYS -> "the days from " + last + " to " + first;
            case DATE_DIFFERENCE_IN_MONTHS -> "the whole months from " + last + " to " + first;
            case DATE_DIFFERENCE_IN_YEARS -> "the whole years from " + last + " to " + first;
            case YEAR_FROM_DATE -> "the year of " + first;
            case MONTH_FROM_DATE -> "the month of " + first;
            case DAY_FROM_DATE -> "the day of the month of " + first;
            case TO_FIRST_OF_YEAR -> "the first day of the year of " + first;
            case TO_FIRST_OF_MONTH -> "the first day of the month of " + first;
            case STRING_CONTAINS -> first + " contains " + last;
            case MINIMUM_OF -> (date ? "the earliest of " : "the least of ") + joined(operands, "and");
            case MAXIMUM_OF -> (date ? "the latest of " : "the greatest of ") + joined(operands, "and");
        };
    }

    private static String later(String date, String number, String unit) {
        boolean before = number.startsWith("-");
        String distance = before ? number.substring(1) : number;
        return distance + " " + unit + (distance.equals("1") ? "" : "s") + (before ? " before " : " after ") + date;
    }

    /** What stands for the opposite of a condition, where there is a shorter way to say it than "it is not so that". */
    static String negated(Function function, List<String> operands) {
        return function.operator() == Operator.IS_NULL ? operands.getFirst() + " is known" : "it is not so that " + bracketed(function, function(function, operands));
    }

    private static String bracketed(Function function, String words) {
        boolean goesOn = function.operator() == Operator.AND || function.operator() == Operator.OR || function.operator() == Operator.NOT;
        return goesOn ? "(" + words + ")" : words;
    }

    /** True for what has to be put in brackets as part of something longer. */
    static boolean isJoined(Operator operator) {
        return switch (operator) {
            case AND, OR, ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, FLOOR_DIVIDE, POWER, NEGATE -> true;
            case EQ, NE, LT, LE, GT, GE, NOT, IS_NULL, ABSOLUTE, CAST_TO_INT, CAST_TO_FLOAT, DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS,
                    DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS, YEAR_FROM_DATE, MONTH_FROM_DATE,
                    DAY_FROM_DATE, TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH, STRING_CONTAINS, MINIMUM_OF, MAXIMUM_OF -> false;
        };
    }
}
