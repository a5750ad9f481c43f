package catchment.compiler.query;

import static catchment.compiler.query.Checked.DATASET;
import static catchment.compiler.query.Checked.compilesBelow;
import static catchment.compiler.query.Checked.failsBelow;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Definition;
import catchment.compiler.eval.EvalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** A module of the library, and what its text says of its tables. */
    private record Restricted(String module, String table, String permission) {}

    private static List<Restricted> restricted() {
        List<Restricted> found = new ArrayList<>();
        for (String module : List.of("core", "emis", "tpp", "smoketest", "raw.core", "raw.emis", "raw.tpp")) {
            String table = "";
            for (String line : text("/ehrql/tables/" + module.replace('.', '/') + ".ehrql").lines().toList()) {
                Matcher declared = Pattern.compile("class (\\w+)\\(.*").matcher(line);
                Matcher restricted = Pattern.compile(" +required_permission = \"(\\w+)\"").matcher(line);
                if (declared.matches()) {
                    table = declared.group(1);
                } else if (restricted.matches()) {
                    found.add(new Restricted(module, table, restricted.group(1)));
                }
            }
        }
        return found;
    }

    private static String text(String resource) {
        try (InputStream stream = ParametersAndPermissionsTest.class.getResourceAsStream(resource)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void theLibraryHasRestrictedTables() {
        assertThat(restricted()).hasSizeGreaterThan(8).extracting(Restricted::permission).contains("appointments", "ukrr", "isaric", "waiting_list");
    }

    @ParameterizedTest
    @MethodSource("restricted")
    void everyRestrictedTableIsToldWithItsPermissionAndHowThatIsGot(Restricted one) {
        String use = "from ehrql import claim_permissions\nfrom ehrql.tables." + one.module() + " import " + one.table() + "\ndataset.x = " + one.table()
                + ".exists_for_patient()";
        Definition without = compilesBelow(DATASET, use, Map.of(), List.of());
        assertThat(RequiredPermissions.missing(without, Optional.empty())).singleElement().satisfies(found -> {
            assertThat(found.message()).isEqualTo("`" + one.table() + "` needs the permission `" + one.permission() + "`");
            assertThat(found.hints()).hasSize(2);
            assertThat(found.hints().getFirst()).contains("claim_permissions(\"" + one.permission() + "\")");
            assertThat(found.hints().getLast()).contains("applied for");
        });
        assertThat(RequiredPermissions.missing(without, Optional.of(Set.of("other")))).singleElement().satisfies(found -> {
            assertThat(found.message()).contains("`" + one.permission() + "`");
            assertThat(found.hints()).singleElement().asString().contains("does not hold it").contains("applied for");
        });
        assertThat(RequiredPermissions.missing(without, Optional.of(Set.of(one.permission())))).isEmpty();
        Definition with = compilesBelow(DATASET, use + "\nclaim_permissions(\"" + one.permission() + "\")", Map.of(), List.of());
        assertThat(RequiredPermissions.missing(with, Optional.empty())).isEmpty();
    }
}
