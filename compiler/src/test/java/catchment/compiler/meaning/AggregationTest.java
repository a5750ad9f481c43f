package catchment.compiler.meaning;

import static catchment.compiler.model.Aggregate.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.model.Aggregate.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AggregationTest {
    private static Object of(Kind kind, Object... values) {
        return Aggregation.apply(kind, Arrays.asList(values));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void withoutAValueThereIsNothingToAggregate(Kind kind) {
        Object expected = kind == COUNT_DISTINCT ? 0L : null;
        assertThat(of(kind)).isEqualTo(expected);
        assertThat(of(kind, null, null)).isEqualTo(expected);
    }

    @Test
    void nullsAreLeftOut() {
        assertThat(of(SUM, 1L, null, 2L)).isEqualTo(3L);
        assertThat(of(MEAN, 1L, null, 2L)).isEqualTo(1.5);
        assertThat(of(MIN, null, 3L, 2L)).isEqualTo(2L);
        assertThat(of(MAX, "a", null, "b")).isEqualTo("b");
        assertThat(of(COUNT_DISTINCT, 1.0, null, 1.0, 0.0, -0.0)).isEqualTo(2L);
    }

    @Test
    void sumsAreExactWhateverTheOrder() {
        assertThat(of(SUM, 0.1, 0.2, 0.3)).isEqualTo(0.6);
        assertThat(of(MEAN, 0.1, 0.2, 0.3)).isEqualTo(0.19999999999999998);
        assertThat(of(SUM, 1e100, 1.0, -1e100)).isEqualTo(1.0);
    }

    @Test
    void aSumThatDoesNotFitIsNullButMayPassThroughWhatDoesNot() {
        assertThat(of(SUM, Long.MAX_VALUE, 1L)).isNull();
        assertThat(of(SUM, Long.MAX_VALUE, 1L, -1L)).isEqualTo(Long.MAX_VALUE);
        assertThat(of(SUM, Double.MAX_VALUE, Double.MAX_VALUE)).isNull();
    }

    @Test
    void anEpisodeEndsWhereTheGapIsLongerThanAllowed() {
        List<LocalDate> dates =
                Arrays.asList(LocalDate.of(2020, 1, 10), null, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 4), LocalDate.of(2020, 1, 4));
        assertThat(Aggregation.episodes(dates, 3)).isEqualTo(2);
        assertThat(Aggregation.episodes(dates, 6)).isEqualTo(1);
        assertThat(Aggregation.episodes(dates, 0)).isEqualTo(3);
        assertThat(Aggregation.episodes(List.of(), 3)).isEqualTo(0);
    }
}
