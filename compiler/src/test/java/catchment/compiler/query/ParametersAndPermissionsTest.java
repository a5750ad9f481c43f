package catchment.compiler.query;

import static catchment.compiler.query.Checked.DATASET;
import static catchment.compiler.query.Checked.compilesBelow;
import static catchment.compiler.query.Checked.failsBelow;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Definition;
import catchment.compiler.eval.EvalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ParametersAndPermissionsTest {
    @Test
    void readsWhatStandsAfterTheDashes() {
        assertThat(Parameters.values("start", List.of("--start", "2020-01-01", "--other=3"))).containsExactly("2020-01-01");
        assertThat(Parameters.values("other", List.of("--start", "x", "--other=3"))).containsExactly("3");
        assertThat(Parameters.values("x", List.of("--x", "-5", "7", "--y", "1", "--x=9"))).containsExactly("-5", "7", "9");
        assertThat(Parameters.values("sta", List.of("--start", "x"))).isEmpty();
    }

    @Test
    void wantsAValueOrADefault() {
        failsBelow(DATASET, "day = ^get_parameter(\"day\")^\ndataset.x = patients.age_on(day)", Map.of(), List.of(), EvalCode.PARAMETER_MISSING);
        failsBelow(DATASET, "age = ^get_parameter(\"age\")^\ndataset.x = patients.age_on(study_start) > age", Map.of(), List.of("--age", "70"), QueryCode.PARAMETER_IS_TEXT);
        failsBelow(DATASET, "age = ^get_parameter(\"age\", type=int)^\ndataset.x = patients.age_on(study_start) > age", Map.of(), List.of("--age", "old"), EvalCode.PARAMETER_VALUE);
        failsBelow(DATASET, "on = ^get_parameter(\"on\", type=bool)^\ndataset.x = patients.sex", Map.of(), List.of("--on", "yes"), EvalCode.PARAMETER_VALUE);
        compilesBelow(DATASET, "age = get_parameter(\"age\", type=int)\ndataset.x = patients.age_on(study_start) > age", Map.of(), List.of("--age=70"));
        compilesBelow(DATASET, "ages = get_parameter(\"ages\", type=int)\ndataset.x = patients.age_on(study_start).is_in(ages)", Map.of(), List.of("--ages", "1", "2"));
    }

    @Test
    void namesThePermissionThatATableNeeds() {
        String use = "dataset.n = appointments.count_for_patient()";
        Definition without = compilesBelow(DATASET, use, Map.of(), List.of());
        assertThat(RequiredPermissions.missing(without, Optional.empty())).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(QueryCode.PERMISSION_MISSING);
            assertThat(found.span().start().line()).isEqualTo(9);
            assertThat(found.message()).contains("appointments");
        });
        Definition with = compilesBelow(DATASET, use + "\nclaim_permissions(\"appointments\")", Map.of(), List.of());
        assertThat(RequiredPermissions.missing(with, Optional.empty())).isEmpty();
        assertThat(RequiredPermissions.missing(with, Optional.of(Set.of()))).hasSize(1);
        assertThat(with.claimedPermissions()).containsExactly("appointments");
    }
}
