package catchment.compiler.lint;

import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import java.util.List;
import java.util.Optional;

/**
 * A comparison, read so that it holds.
 *
 * @param left one side
 * @param operator one of the six
 * @param right the other
 * @param node the comparison as it was written
 * @param turned true if {@code ~} stands before it
 */
record Compared(Series left, Operator operator, Series right, Series node, boolean turned) {
    /** The comparison that a condition is, if it is one. */
    static Optional<Compared> of(Condition condition) {
        if (!(condition.series() instanceof Function function) || !compares(function.operator())) {
            return Optional.empty();
        }
        Operator operator = condition.holds() ? function.operator() : opposite(function.operator());
        return Optional.of(new Compared(
                function.arguments().getFirst(), operator, function.arguments().getLast(), function, !condition.holds()));
    }

    /** The same with the sides exchanged. */
    Compared mirrored() {
        Operator mirror = switch (operator) {
            case LT -> Operator.GT;
            case LE -> Operator.GE;
            case GT -> Operator.LT;
            case GE -> Operator.LE;
            default -> operator;
        };
        return new Compared(right, mirror, left, node, turned);
    }

    /** As it is and mirrored: {@code a < b} is also {@code b > a}. */
    List<Compared> bothWays() {
        return List.of(this, mirrored());
    }

    /** True for {@code <} and {@code <=}: the right side is the most that the left may be. */
    boolean isUpper() {
        return operator == Operator.LT || operator == Operator.LE;
    }

    /** True for {@code >} and {@code >=}. */
    boolean isLower() {
        return operator == Operator.GT || operator == Operator.GE;
    }

    static boolean compares(Operator operator) {
        return switch (operator) {
            case EQ, NE, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQ -> Operator.NE;
            case NE -> Operator.EQ;
            case LT -> Operator.GE;
            case LE -> Operator.GT;
            case GT -> Operator.LE;
            case GE -> Operator.LT;
            default -> operator;
        };
    }
}
