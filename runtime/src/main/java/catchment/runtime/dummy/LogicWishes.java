package catchment.runtime.dummy;

import catchment.compiler.model.Chains;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import java.util.List;

/** Wishes for {@code &} and {@code |} in three-valued logic. An {@code |} is an {@code &} seen in a mirror that swaps true and false. */
final class LogicWishes {
    private static final int MOST_CHOICES = 8;

    private final Wishes wishes;

    LogicWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    /**
     * @param operator and, or or
     * @param wanted some of true, false and missing
     */
    boolean want(Series series, Operator operator, Wanted wanted, DraftRow row) {
        List<Series> operands = Chains.operands(series, operator);
        boolean all = operator == Operator.AND;
        boolean unit = wanted.accepts(all);
        boolean zero = wanted.accepts(!all);
        boolean missing = wanted.accepts(null);
        if (unit && zero && missing) {
            return true;
        }
        Wanted isUnit = Wanted.value(all);
        Wanted isZero = Wanted.value(!all);
        if (unit && zero) {
            boolean first = wishes.random().nextBoolean();
            return wishes.attempt(() -> first ? every(operands, isUnit, row) : one(operands, isZero, row))
                    || (first ? one(operands, isZero, row) : every(operands, isUnit, row));
        }
        if (zero) {
            return one(operands, missing ? isZero.orMissing() : isZero, row);
        }
        if (unit) {
            return every(operands, missing ? isUnit.orMissing() : isUnit, row);
        }
        return missing && one(operands, Wanted.MISSING, row) && every(operands, isUnit.orMissing(), row);
    }

    private boolean every(List<Series> operands, Wanted wanted, DraftRow row) {
        for (Series operand : wishes.study().dependence().simplestFirst(operands)) {
            if (!wishes.want(operand, wanted, row)) {
                return false;
            }
        }
        return true;
    }

    /** One that is so already, or else any other, as chance has it. */
    private boolean one(List<Series> operands, Wanted wanted, DraftRow row) {
        int from = wishes.random().nextInt(operands.size());
        boolean anyway = wishes.random().nextBoolean();
        for (int i = 0; anyway && i < operands.size(); i++) {
            Series operand = operands.get((from + i) % operands.size());
            if (wanted.accepts(wishes.values().value(operand, row)) && wishes.attempt(() -> wishes.want(operand, wanted, row))) {
                return true;
            }
        }
        for (int i = 0; i < Math.min(MOST_CHOICES, operands.size()); i++) {
            Series operand = operands.get((from + i) % operands.size());
            if (wishes.attempt(() -> wishes.meet(operand, wanted, row))) {
                return true;
            }
        }
        return false;
    }
}
