package catchment.compiler.meaning;

import static catchment.compiler.model.Operator.*;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.model.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScalarMeaningTest {
    private static final long MOST = Long.MAX_VALUE;
    private static final long LEAST = Long.MIN_VALUE;

    private static Object of(Operator operator, Object... operands) {
        return ScalarMeaning.apply(operator, Arrays.asList(operands));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Operands that every operator accepts, none of them null. */
    private static List<Object> operands(Operator operator) {
        return switch (operator) {
            case AND, OR -> List.of(true, true);
            case NOT -> List.of(true);
            case DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS -> List.of(day("2020-01-31"), 1L);
            case DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS ->
                    List.of(day("2020-01-31"), day("2019-01-31"));
            case YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE, TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH -> List.of(day("2020-01-31"));
            case STRING_CONTAINS -> List.of("abc", "b");
            case IS_NULL, NEGATE, ABSOLUTE, CAST_TO_INT, CAST_TO_FLOAT -> List.of(2L);
            case EQ, NE, LT, LE, GT, GE, ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, FLOOR_DIVIDE, POWER, MINIMUM_OF, MAXIMUM_OF ->
                    List.of(2L, 3L);
        };
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void nullInAnyOperandGivesNullButWhereNullsAreTheMatter(Operator operator) {
        List<Object> operands = operands(operator);
        assertThat(ScalarMeaning.apply(operator, operands)).isNotNull();
        for (int i = 0; i < operands.size(); i++) {
            List<Object> holed = new ArrayList<>(operands);
            holed.set(i, null);
            Object result = ScalarMeaning.apply(operator, holed);
            switch (operator) {
                case IS_NULL, OR -> assertThat(result).isEqualTo(true);
                case MINIMUM_OF, MAXIMUM_OF -> assertThat(result).isEqualTo(operands.get(1 - i));
                default -> assertThat(result).as(operator + " with null at " + i).isNull();
            }
        }
    }

    @Test
    void logicHasThreeValues() {
        assertThat(of(AND, false, null)).isEqualTo(false);
        assertThat(of(AND, null, false)).isEqualTo(false);
        assertThat(of(AND, null, null)).isNull();
        assertThat(of(OR, null, true)).isEqualTo(true);
        assertThat(of(OR, false, null)).isNull();
        assertThat(of(OR, false, false)).isEqualTo(false);
        assertThat(of(NOT, false)).isEqualTo(true);
    }

    @Test
    void wholeNumbersThatLeave64BitsAreNull() {
        assertThat(of(ADD, MOST, 1L)).isNull();
        assertThat(of(ADD, MOST, -1L)).isEqualTo(MOST - 1);
        assertThat(of(SUBTRACT, LEAST, 1L)).isNull();
        assertThat(of(SUBTRACT, -1L, LEAST)).isEqualTo(MOST);
        assertThat(of(MULTIPLY, 1L << 32, 1L << 31)).isNull();
        assertThat(of(MULTIPLY, 1L << 31, 1L << 31)).isEqualTo(1L << 62);
        assertThat(of(MULTIPLY, LEAST, -1L)).isNull();
        assertThat(of(NEGATE, LEAST)).isNull();
        assertThat(of(ABSOLUTE, LEAST)).isNull();
        assertThat(of(FLOOR_DIVIDE, LEAST, -1L)).isNull();
    }

    @Test
    void decimalsThatAreNotFiniteAreNull() {
        assertThat(of(ADD, Double.MAX_VALUE, Double.MAX_VALUE)).isNull();
        assertThat(of(MULTIPLY, 1e200, -1e200)).isNull();
        assertThat(of(TRUE_DIVIDE, 1e300, 1e-300)).isNull();
        assertThat(of(POWER, 10.0, 400.0)).isNull();
    }

    @Test
    void nothingIsDividedByZero() {
        assertThat(of(TRUE_DIVIDE, 1L, 0L)).isNull();
        assertThat(of(TRUE_DIVIDE, 1.0, -0.0)).isNull();
        assertThat(of(FLOOR_DIVIDE, 1L, 0L)).isNull();
        assertThat(of(FLOOR_DIVIDE, 1.0, 0.0)).isNull();
    }

    @Test
    void divisionGivesADecimalAndFloorDivisionAWholeNumber() {
        assertThat(of(TRUE_DIVIDE, 7L, 2L)).isEqualTo(3.5);
        assertThat(of(TRUE_DIVIDE, 6L, -3L)).isEqualTo(-2.0);
        assertThat(of(FLOOR_DIVIDE, -1L, 2L)).isEqualTo(-1L);
        assertThat(of(FLOOR_DIVIDE, 7L, -2L)).isEqualTo(-4L);
        assertThat(of(FLOOR_DIVIDE, -3.5, 2.0)).isEqualTo(-2L);
        assertThat(of(FLOOR_DIVIDE, 1e300, 1.0)).isNull();
    }

    @Test
    void powersAreDecimalsAndNullWhereThereIsNone() {
        assertThat(of(POWER, 2L, 3L)).isEqualTo(8.0);
        assertThat(of(POWER, 2L, -1L)).isEqualTo(0.5);
        assertThat(of(POWER, 0L, 0L)).isEqualTo(1.0);
        assertThat(of(POWER, 0L, -1L)).isNull();
        assertThat(of(POWER, -2.0, 0.5)).isNull();
        assertThat(of(POWER, -2.0, 3.0)).isEqualTo(-8.0);
    }

    @Test
    void aDecimalBecomesWholeTowardsZero() {
        assertThat(of(CAST_TO_INT, -6.7)).isEqualTo(-6L);
        assertThat(of(CAST_TO_INT, 0.5)).isEqualTo(0L);
        assertThat(of(CAST_TO_INT, 0x1p63)).isNull();
        assertThat(of(CAST_TO_INT, -0x1p63)).isEqualTo(LEAST);
        assertThat(of(CAST_TO_INT, true)).isEqualTo(1L);
        assertThat(of(CAST_TO_FLOAT, 3L)).isEqualTo(3.0);
    }

    @Test
    void bothZerosAreEqual() {
        assertThat(of(EQ, 0.0, -0.0)).isEqualTo(true);
        assertThat(of(LT, -0.0, 0.0)).isEqualTo(false);
        assertThat(Comparison.isIn(-0.0, Aggregation.set(List.of(0.0)))).isEqualTo(true);
    }

    @Test
    void textsAreInTheOrderOfTheirCodePoints() {
        assertThat(of(LT, "Z", "a")).isEqualTo(true);
        assertThat(of(LT, "a", "aa")).isEqualTo(true);
        // U+FF5E comes before U+1F600, though its UTF-16 unit is the greater.
        assertThat(of(LT, "\uff5e", "\ud83d\ude00")).isEqualTo(true);
        assertThat(of(GT, "x\ud83d\ude00", "x\ue000")).isEqualTo(true);
        assertThat(of(MAXIMUM_OF, "\uff5e", "\ud83d\ude00", null)).isEqualTo("\ud83d\ude00");
    }

    @Test
    void aMonthWithoutSuchADayRunsIntoTheNextOne() {
        assertThat(of(DATE_ADD_MONTHS, day("2020-01-31"), 1L)).isEqualTo(day("2020-03-01"));
        assertThat(of(DATE_ADD_MONTHS, day("2020-03-31"), -1L)).isEqualTo(day("2020-03-01"));
        assertThat(of(DATE_ADD_MONTHS, day("2020-01-29"), 1L)).isEqualTo(day("2020-02-29"));
        assertThat(of(DATE_ADD_MONTHS, day("2020-05-15"), -17L)).isEqualTo(day("2018-12-15"));
        assertThat(of(DATE_ADD_YEARS, day("2020-02-29"), 1L)).isEqualTo(day("2021-03-01"));
        assertThat(of(DATE_ADD_YEARS, day("2020-02-29"), -4L)).isEqualTo(day("2016-02-29"));
    }

    @Test
    void datesOutsideTheCalendarAreNull() {
        assertThat(of(DATE_ADD_DAYS, day("9999-12-31"), 1L)).isNull();
        assertThat(of(DATE_ADD_DAYS, day("0001-01-01"), -1L)).isNull();
        assertThat(of(DATE_ADD_DAYS, day("0001-01-01"), 3652058L)).isEqualTo(day("9999-12-31"));
        assertThat(of(DATE_ADD_MONTHS, day("0001-01-31"), -1L)).isNull();
        assertThat(of(DATE_ADD_MONTHS, day("0001-01-31"), 0L)).isEqualTo(day("0001-01-31"));
        assertThat(of(DATE_ADD_MONTHS, day("9999-11-30"), 1L)).isEqualTo(day("9999-12-30"));
        assertThat(of(DATE_ADD_MONTHS, day("0001-01-31"), 119987L)).isEqualTo(day("9999-12-31"));
        assertThat(of(DATE_ADD_MONTHS, day("9999-12-31"), -119987L)).isEqualTo(day("0001-01-31"));
        assertThat(of(DATE_ADD_YEARS, day("9999-01-01"), 1L)).isNull();
        for (Operator adding : List.of(DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS)) {
            assertThat(of(adding, day("2020-01-01"), MOST)).isNull();
            assertThat(of(adding, day("2020-01-01"), LEAST)).isNull();
        }
    }

    @Test
    void differencesGoTowardsMinusInfinity() {
        assertThat(of(DATE_DIFFERENCE_IN_DAYS, day("2020-03-01"), day("2020-02-28"))).isEqualTo(2L);
        assertThat(of(DATE_DIFFERENCE_IN_MONTHS, day("2020-03-30"), day("2020-01-31"))).isEqualTo(1L);
        assertThat(of(DATE_DIFFERENCE_IN_MONTHS, day("2020-01-31"), day("2020-02-01"))).isEqualTo(-1L);
        assertThat(of(DATE_DIFFERENCE_IN_YEARS, day("2021-02-28"), day("2020-02-29"))).isEqualTo(0L);
        assertThat(of(DATE_DIFFERENCE_IN_YEARS, day("2021-03-01"), day("2020-02-29"))).isEqualTo(1L);
        assertThat(of(DATE_DIFFERENCE_IN_YEARS, day("2020-01-01"), day("2020-01-02"))).isEqualTo(-1L);
        assertThat(of(DATE_DIFFERENCE_IN_DAYS, day("9999-12-31"), day("0001-01-01"))).isEqualTo(3652058L);
    }

    @Test
    void aTextContainsWhatIsInItAsItStands() {
        assertThat(of(STRING_CONTAINS, "50%_/", "%_")).isEqualTo(true);
        assertThat(of(STRING_CONTAINS, "abc", "B")).isEqualTo(false);
        assertThat(of(STRING_CONTAINS, "abc", "")).isEqualTo(true);
    }

    @Test
    void nothingIsInAnEmptySetNotEvenNull() {
        assertThat(Comparison.isIn(null, Aggregation.set(List.of()))).isEqualTo(false);
        assertThat(Comparison.isIn(null, Aggregation.set(List.of(1L)))).isNull();
        assertThat(Comparison.isIn(2L, Aggregation.set(Arrays.asList(1L, null)))).isEqualTo(false);
    }
}
