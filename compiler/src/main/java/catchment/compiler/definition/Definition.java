package catchment.compiler.definition;

import java.util.List;
import java.util.Optional;

/**
 * What a definition comes to. A file may define a dataset, measures, both, or (as a module) neither.
 *
 * @param dataset what the module variable {@code dataset} holds
 * @param measures what the module variable {@code measures} holds
 * @param claimedPermissions in order of the claims, without duplicates
 * @param testData what the module variable {@code test_data} holds: patients to test the dataset with
 * @param shown what is to be shown while the definition is worked on, in order; it changes nothing else
 * @param spans where nodes come from
 */
public record Definition(
        Optional<DatasetDefinition> dataset,
        Optional<MeasuresDefinition> measures,
        List<String> claimedPermissions,
        Optional<StaticData> testData,
        List<Shown> shown,
        Spans spans) {
    public Definition {
        claimedPermissions = List.copyOf(claimedPermissions);
        shown = List.copyOf(shown);
    }

    /** The same without the measures: what a run of the dataset needs. */
    public Definition datasetAlone() {
        return new Definition(dataset, Optional.empty(), claimedPermissions, testData, shown, spans);
    }

    /** The same without the dataset: what a run of the measures needs. */
    public Definition measuresAlone() {
        return new Definition(Optional.empty(), measures, claimedPermissions, testData, shown, spans);
    }
}
