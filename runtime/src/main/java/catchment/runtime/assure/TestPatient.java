package catchment.runtime.assure;

import catchment.compiler.definition.StaticData;
import catchment.grammar.source.Span;
import catchment.runtime.tables.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A patient to test with.
 *
 * @param id who
 * @param place where the patient is written
 * @param rows the rows of each table, by the table's name
 * @param inPopulation whether the patient should be in the population
 * @param inPopulationPlace where that is written; the patient's place where it is not
 * @param expected the values that are expected, by variable, in order; a value is null where a missing one is expected
 */
record TestPatient(
        long id,
        Span place,
        Map<String, List<Table.Row>> rows,
        boolean inPopulation,
        Span inPopulationPlace,
        List<Expected> expected) {
    /** An expected value of a variable; empty where it should be missing. */
    record Expected(String variable, Span namePlace, Optional<Object> value, Span place) {
        static Expected of(String variable, Span namePlace, StaticData data) {
            Optional<Object> value = data instanceof StaticData.Scalar scalar ? Optional.of(scalar.value()) : Optional.empty();
            return new Expected(variable, namePlace, value, data.place());
        }
    }
}
