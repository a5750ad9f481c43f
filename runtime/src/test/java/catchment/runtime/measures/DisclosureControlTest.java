package catchment.runtime.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisclosureControlTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 0", "5, 0", "6, 0", "7, 0", "8, 10", "10, 10", "12, 10", "13, 15", "17, 15", "18, 20", "1002, 1000", "1003, 1005",
        "9223372036854775807, 9223372036854775805"
    })
    void smallNumbersAreHiddenAndTheOthersRounded(long number, long shown) {
        assertThat(DisclosureControl.shown(number)).isEqualTo(shown);
        assertThat(DisclosureControl.shown(shown)).as("once more").isEqualTo(shown);
    }

    @Test
    void thereIsNoRuleForNumbersBelowZero() {
        assertThatThrownBy(() -> DisclosureControl.shown(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
