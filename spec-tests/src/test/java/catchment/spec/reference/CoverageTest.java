package catchment.spec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Definition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import catchment.spec.cases.SpecPages;
import catchment.spec.kit.CaseRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the language is without a case. */
final class CoverageTest {
    private static final List<SpecPage> PAGES = SpecPages.bundled();

    @Test
    void everyKindOfNodeAndEveryOperatorAndAggregationHasACase(@TempDir Path folder) {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        Set<Aggregate.Kind> aggregations = EnumSet.noneOf(Aggregate.Kind.class);
        Set<String> kinds = new HashSet<>();
        for (Node node : nodes(folder)) {
            kinds.add(node.getClass().getSimpleName());
            if (node instanceof Function function) {
                operators.add(function.operator());
            } else if (node instanceof Aggregate aggregate) {
                aggregations.add(aggregate.kind());
            }
        }
        assertThat(operators).containsExactlyInAnyOrder(Operator.values());
        assertThat(aggregations).containsExactlyInAnyOrder(Aggregate.Kind.values());
        assertThat(kinds).contains(
                "SelectTable",
                "SelectPatientTable",
                "InlinePatientTable",
                "Filter",
                "Sort",
                "PickOneRowPerPatient",
                "SeriesCollection",
                "Value",
                "SelectColumn",
                "In",
                "ValueSet",
                "CombineAsSet",
                "Case",
                "Exists",
                "Count",
                "CountEpisodes");
    }

    private static List<Node> nodes(Path folder) {
        List<Node> nodes = new ArrayList<>();
        int folders = 0;
        for (SpecPage page : PAGES) {
            for (SpecCase one : page.cases()) {
                if (one.refused().isEmpty()) {
                    Definition definition = new CaseRun(one, folder.resolve(Integer.toString(folders++))).definition();
                    nodes.addAll(Graph.postOrder(definition.dataset().orElseThrow().roots()));
                }
            }
        }
        return nodes;
    }

    @Test
    void everyEntryOfTheCatalogueIsUsedOnThePageThatItNames() {
        assertThat(Usage.entries()).filteredOn(entry -> !Usage.isShown(entry, PAGES)).isEmpty();
    }

    @Test
    void everyEntryOfTheCatalogueSaysWhatItMeans() {
        assertThat(Usage.entries()).filteredOn(entry -> entry.says().isBlank()).isEmpty();
    }
}
