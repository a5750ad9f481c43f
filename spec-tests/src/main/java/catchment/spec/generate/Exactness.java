package catchment.spec.generate;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which floats every engine must give to the last bit: those that a double holds whole however the sums are ordered. Floats in records are multiples of 1/8
 * below 2^20; sums and products of few of them stay exact, quotients, powers and means do not. What is not exact may differ by a little from engine to engine,
 * so nothing is decided by it: it is never compared, cut to a whole number, grouped by, or added, where what is left of two like numbers would be the error alone.
 */
final class Exactness {
    private static final int DIGITS = 52;
    private static final int ROWS = 8;

    /** A multiple of 2^-fraction, below 2^magnitude. */
    private record Bits(int fraction, int magnitude) {
        private static final Bits RECORDED = new Bits(3, 20);

        Bits with(Bits other) {
            return new Bits(Math.max(fraction, other.fraction), Math.max(magnitude, other.magnitude));
        }

        Bits larger(int by) {
            return new Bits(fraction, magnitude + by);
        }

        boolean fit() {
            return fraction + magnitude <= DIGITS;
        }
    }

    private final Map<Series, Optional<Bits>> known = new IdentityHashMap<>();

    /** True for whatever is no float, and for a float that is the same to the last bit everywhere. */
    boolean isExact(Series series) {
        return series.type() != Type.FLOAT || bits(series).isPresent();
    }

    private Optional<Bits> bits(Series series) {
        Optional<Bits> found = known.get(series);
        if (found == null) {
            found = found(series).filter(Bits::fit);
            known.put(series, found);
        }
        return found;
    }

    private Optional<Bits> found(Series series) {
        return switch (series) {
            case Value _, Parameter _, SelectColumn _ -> series.type() == Type.FLOAT ? Optional.of(Bits.RECORDED) : Optional.empty();
            case Function function -> function(function);
            case Case branches -> {
                List<Series> values = new ArrayList<>();
                branches.branches().forEach(branch -> branch.value().ifPresent(values::add));
                branches.otherwise().ifPresent(values::add);
                yield all(values);
            }
            case Aggregate aggregate -> switch (aggregate.kind()) {
                case MIN, MAX -> bits(aggregate.source());
                case SUM -> bits(aggregate.source()).map(bits -> bits.larger(ROWS));
                case COUNT_DISTINCT -> Optional.of(new Bits(0, ROWS));
                case MEAN -> Optional.empty();
            };
            case Count _, CountEpisodes _ -> Optional.of(new Bits(0, ROWS));
            case CombineAsSet set -> bits(set.source());
            case Exists _, In _ -> Optional.empty();
        };
    }

    private Optional<Bits> function(Function function) {
        List<Series> operands = function.arguments();
        return switch (function.operator()) {
            case NEGATE, ABSOLUTE, CAST_TO_FLOAT -> bits(operands.getFirst());
            case ADD, SUBTRACT -> all(operands).map(bits -> bits.larger(1));
            case MULTIPLY -> bits(operands.get(0)).flatMap(one ->
                    bits(operands.get(1)).map(other -> new Bits(one.fraction + other.fraction, one.magnitude + other.magnitude)));
            case MINIMUM_OF, MAXIMUM_OF -> all(operands);
            case YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE -> Optional.of(new Bits(0, 14));
            case DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS -> Optional.of(new Bits(0, 22));
            case TRUE_DIVIDE, POWER, FLOOR_DIVIDE, CAST_TO_INT -> Optional.empty();
            case EQ, NE, LT, LE, GT, GE, AND, OR, NOT, IS_NULL, STRING_CONTAINS -> Optional.empty();
            case DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS, TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH -> Optional.empty();
        };
    }

    private Optional<Bits> all(List<Series> series) {
        Optional<Bits> all = series.isEmpty() ? Optional.empty() : bits(series.getFirst());
        for (Series one : series) {
            all = all.flatMap(so -> bits(one).map(so::with));
        }
        return all;
    }
}
