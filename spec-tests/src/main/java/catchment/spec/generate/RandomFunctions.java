package catchment.spec.generate;

import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;

/**
 * One operation on series drawn at random, of a type that is wanted.
 *
 * @param series draws the operands
 */
record RandomFunctions(Random random, RandomSeries series) {
    private static final List<Operator> COMPARISONS = List.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.EQ, Operator.NE);
    private static final List<Operator> ARITHMETIC = List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY);
    private static final List<Operator> PARTS = List.of(Operator.YEAR_FROM_DATE, Operator.MONTH_FROM_DATE, Operator.DAY_FROM_DATE);
    private static final List<Operator> DIFFERENCES =
            List.of(Operator.DATE_DIFFERENCE_IN_DAYS, Operator.DATE_DIFFERENCE_IN_MONTHS, Operator.DATE_DIFFERENCE_IN_YEARS);
    private static final List<Operator> ADDITIONS = List.of(Operator.DATE_ADD_DAYS, Operator.DATE_ADD_MONTHS, Operator.DATE_ADD_YEARS);
    private static final int LONG_LIST = 45;

    /** What is asked of operands. */
    private record Asked(Optional<EventFrame> rows, int depth) {}

    /** An operation that gives the type; its operands are about so deep. */
    Series make(Optional<EventFrame> rows, Type type, int depth) {
        Asked asked = new Asked(rows, depth);
        if (random.nextInt(6) == 0) {
            return cases(asked, type);
        }
        if (type.isComparable() && random.nextInt(6) == 0) {
            return call(random.nextBoolean() ? Operator.MINIMUM_OF : Operator.MAXIMUM_OF, several(asked, type, 1 + random.nextInt(4)));
        }
        return switch (type) {
            case BOOL -> truth(asked);
            case INT -> number(asked);
            case FLOAT -> decimal(asked);
            case DATE -> date(asked);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                part(asked, type);
        };
    }

    private Series part(Asked asked, Type type) {
        return series.part(asked.rows(), type, asked.depth());
    }

    private Series exact(Asked asked, Type type) {
        return series.exact(part(asked, type), asked.rows());
    }

    private Series call(Operator operator, Series... operands) {
        return call(operator, List.of(operands));
    }

    private Series call(Operator operator, List<Series> operands) {
        return series.node(new Function(operator, operands));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Operands of one type, the deepest of them in any place. */
    private List<Series> several(Asked asked, Type type, int number) {
        List<Series> operands = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Series operand = random.nextInt(4) == 0 ? series.literal(type) : part(asked, type);
            operands.add(random.nextInt(operands.size() + 1), operand);
        }
        return operands;
    }

    private List<Series> two(Asked asked, Type type) {
        return several(asked, type, 2).stream().map(operand -> series.exact(operand, asked.rows())).toList();
    }

    private Series cases(Asked asked, Type type) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                Series value = part(asked, type);
                Series present = call(Operator.NOT, call(Operator.IS_NULL, value));
                yield series.node(new Case(List.of(new Case.Branch(present, Optional.of(value))), Optional.of(part(asked, type))));
            }
            case 1 -> mapping(asked, type);
            default -> {
                List<Case.Branch> branches = new ArrayList<>();
                for (int i = random.nextInt(2); i >= 0; i--) {
                    branches.add(new Case.Branch(part(asked, Type.BOOL), perhaps(part(asked, type))));
                }
                yield finished(branches, asked, type);
            }
        };
    }

    /** A case over values of one series; a long one becomes data. */
    private Series mapping(Asked asked, Type type) {
        Type keys = series.type();
        Series key = exact(asked, keys);
        List<Case.Branch> branches = new ArrayList<>();
        for (int i = random.nextInt(6) == 0 ? LONG_LIST : 1 + random.nextInt(4); i > 0; i--) {
            branches.add(new Case.Branch(call(Operator.EQ, key, series.literal(keys)), perhaps(series.literal(type))));
        }
        return finished(branches, asked, type);
    }

    private Optional<Series> perhaps(Series value) {
        return random.nextInt(6) == 0 ? Optional.empty() : Optional.of(value);
    }

    private Series finished(List<Case.Branch> branches, Asked asked, Type type) {
        Optional<Series> otherwise = random.nextBoolean() ? Optional.empty() : Optional.of(part(asked, type));
        boolean untyped = otherwise.isEmpty() && branches.stream().allMatch(branch -> branch.value().isEmpty());
        return series.node(new Case(branches, untyped ? Optional.of(series.literal(type)) : otherwise));
    }

    private Series truth(Asked asked) {
        return switch (random.nextInt(10)) {
            case 0 -> call(Operator.NOT, part(asked, Type.BOOL));
            case 1 -> call(Operator.IS_NULL, part(asked, series.type()));
            case 2 -> call(Operator.AND, several(asked, Type.BOOL, 2));
            case 3 -> call(Operator.OR, several(asked, Type.BOOL, 2));
            case 4 -> {
                Series text = part(asked, random.nextBoolean() ? Type.STR : Type.ICD10_MULTI_CODE_STRING);
                yield call(Operator.STRING_CONTAINS, text, random.nextBoolean() ? series.literal(Type.STR) : part(asked, Type.STR));
            }
            case 5 -> among(asked);
            case 6 -> {
                Type type = series.type();
                EventFrame rows = RandomSeries.unsorted(series.frame(asked.depth()));
                Series members = series.exact(series.eventRooted(rows, type, asked.depth() - 1), Optional.of(rows));
                yield series.node(new In(exact(asked, type), series.node(new CombineAsSet(members))));
            }
            case 7 -> call(random.nextBoolean() ? Operator.EQ : Operator.NE, two(asked, series.type()));
            default -> call(one(COMPARISONS), two(asked, series.comparable()));
        };
    }

    private Series among(Asked asked) {
        Type type = series.type();
        SequencedSet<Object> values = new LinkedHashSet<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            values.add(RandomTables.value(type, random));
        }
        return series.node(new In(exact(asked, type), series.node(new ValueSet(values, type))));
    }

    private Series number(Asked asked) {
        return switch (random.nextInt(8)) {
            case 0 -> call(random.nextBoolean() ? Operator.NEGATE : Operator.ABSOLUTE, part(asked, Type.INT));
            case 1 -> call(Operator.CAST_TO_INT, exact(asked, one(List.of(Type.BOOL, Type.INT, Type.FLOAT))));
            case 2 -> call(Operator.FLOOR_DIVIDE, two(asked, random.nextBoolean() ? Type.INT : Type.FLOAT));
            case 3, 4 -> call(one(DIFFERENCES), two(asked, Type.DATE));
            case 5 -> call(one(PARTS), part(asked, Type.DATE));
            default -> call(one(ARITHMETIC), two(asked, Type.INT));
        };
    }

    private Series decimal(Asked asked) {
        return switch (random.nextInt(7)) {
            case 0 -> call(random.nextBoolean() ? Operator.NEGATE : Operator.ABSOLUTE, part(asked, Type.FLOAT));
            case 1 -> call(Operator.CAST_TO_FLOAT, part(asked, random.nextBoolean() ? Type.INT : Type.FLOAT));
            case 2 -> {
                Type type = random.nextBoolean() ? Type.INT : Type.FLOAT;
                yield call(Operator.TRUE_DIVIDE, part(asked, type), random.nextInt(3) == 0 ? series.literal(type) : exact(asked, type));
            }
            case 3 -> call(Operator.POWER, two(asked, random.nextBoolean() ? Type.INT : Type.FLOAT));
            case 4 -> call(Operator.MULTIPLY, several(asked, Type.FLOAT, 2));
            default -> call(one(ARITHMETIC), two(asked, Type.FLOAT));
        };
    }

    private Series date(Asked asked) {
        if (random.nextInt(3) == 0) {
            return call(random.nextBoolean() ? Operator.TO_FIRST_OF_MONTH : Operator.TO_FIRST_OF_YEAR, part(asked, Type.DATE));
        }
        Series amount = random.nextInt(3) > 0 ? series.literal(Type.INT) : part(asked, Type.INT);
        return call(one(ADDITIONS), random.nextInt(5) == 0 ? series.literal(Type.DATE) : part(asked, Type.DATE), amount);
    }
}
