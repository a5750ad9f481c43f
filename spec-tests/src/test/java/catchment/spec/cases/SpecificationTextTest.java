package catchment.spec.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SpecificationTextTest {
    private final List<SpecCase> cases = SpecPages.bundled().stream().flatMap(page -> page.cases().stream()).toList();

    @Test
    void everyStatementOfTheFactSheetIsShown() {
        List<String> covered = cases.stream().flatMap(one -> one.covers().stream()).toList();
        Stream<String> all = IntStream.rangeClosed(1, 199).mapToObj(n -> "S" + n);
        assertThat(covered).containsExactlyInAnyOrderElementsOf(all.toList());
    }

    @Test
    void thereAreAtLeastThreeHundredCases() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void noTwoCasesHaveOneName() {
        assertThat(cases).extracting(SpecCase::id).doesNotHaveDuplicates();
    }

    @Test
    void everyCaseSaysWhatItExpects() {
        assertThat(cases).filteredOn(one -> one.expected().isEmpty() == one.refused().isEmpty()).isEmpty();
        assertThat(cases).filteredOn(one -> one.definition().isEmpty()).isEmpty();
    }

    @Test
    void aPageIsReadAsItWasWritten() {
        for (SpecPage page : SpecPages.bundled()) {
            assertThat(PageReader.read(page.topic(), page.name(), PageWriter.write(page))).isEqualTo(page);
        }
    }
}
