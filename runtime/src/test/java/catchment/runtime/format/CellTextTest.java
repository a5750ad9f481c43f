package catchment.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.model.Type;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0", "-0.0, -0.0", "1, 1.0", "100, 100.0", "0.1, 0.1", "1e-4, 0.0001", "1e-5, 1e-05", "1.5e-7, 1.5e-07", "1e15, 1000000000000000.0",
        "1e16, 1e+16", "1.2345e16, 1.2345e+16", "123456789012345680, 1.2345678901234568e+17", "0.35000000000000003, 0.35000000000000003",
        "4.9e-324, 5e-324", "1.7976931348623157e308, 1.7976931348623157e+308", "2e23, 2e+23", "-12.5, -12.5", "9007199254740993, 9007199254740992.0",
        "1e100, 1e+100", "0.00012, 0.00012"
    })
    void decimalsAreWrittenAsPythonDoes(double value, String text) {
        assertThat(CellText.write(value)).isEqualTo(text);
        assertThat(CellText.read(Type.FLOAT, text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "' 7 ', 7", "1_000, 1000", "+3, 3", "-0, 0", "007, 7", "9223372036854775807, 9223372036854775807"})
    void wholeNumbersAreReadAsPythonDoes(String text, long value) {
        assertThat(CellText.read(Type.INT, text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"1.0", "''' '''", "1__0", "_1", "9223372036854775808", "1e3", "0x10", "'1,000'", "T"})
    void whatIsNoWholeNumberIsNone(String text) {
        assertThat(CellText.read(Type.INT, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nan", "inf", "-Infinity", "1e999", "1..2", ".", "1e", "0x1p3", "1.5f"})
    void whatIsNoFiniteDecimalIsNone(String text) {
        assertThat(CellText.read(Type.FLOAT, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-29, 2020-02-29", "20200131, 2020-01-31", "2020-W01-1, 2019-12-30", "2020W017, 2020-01-05", "2020-W53, 2020-12-28",
        "0001-01-01, 0001-01-01", "1582-10-10, 1582-10-10", "9999-12-31, 9999-12-31"
    })
    void datesAreReadAsPythonDoes(String text, String date) {
        assertThat(CellText.read(Type.DATE, text)).contains(LocalDate.parse(date));
        assertThat(CellText.write(LocalDate.parse(date))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"2021-02-29", "01/07/1980", "1980-7-1", "0000-01-01", "2020-0131", "2020-13-01", "2020-W54", "10000-01-01", "' 2020-01-01'"})
    void whatIsNoDateIsNone(String text) {
        assertThat(CellText.read(Type.DATE, text)).isEmpty();
    }

    @Test
    void truthIsOneLetter() {
        assertThat(CellText.read(Type.BOOL, "T")).contains(true);
        assertThat(CellText.read(Type.BOOL, "F")).contains(false);
        assertThat(CellText.read(Type.BOOL, "true")).isEmpty();
        assertThat(CellText.write(true)).isEqualTo("T");
    }
}
