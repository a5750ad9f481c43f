package catchment.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The tests run where a day can begin at one o'clock, so that a date cannot pass through a point in time unnoticed. */
final class SummerTimeTest {
    @Test
    void summerTimeBeginsAtMidnight() {
        ZoneId zone = ZoneId.systemDefault();
        assertThat(LocalDate.of(2019, 9, 8).atStartOfDay(zone).toLocalTime()).isEqualTo(LocalTime.of(1, 0));
        assertThat(System.getenv("TZ")).isEqualTo(zone.getId());
    }
}
