package catchment.runtime.dummy;

import java.util.Map;

/**
 * What a dummy patient is made for.
 *
 * @param cohort the number of the cohort
 * @param parameters the values of parameters for which the patient is in the cohort, by name; none where the cohort has no intervals
 */
record Aim(int cohort, Map<String, Object> parameters) {
    Aim {
        parameters = Map.copyOf(parameters);
    }
}
