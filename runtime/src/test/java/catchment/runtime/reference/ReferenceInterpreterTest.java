package catchment.runtime.reference;

import static catchment.runtime.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Filter;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReferenceInterpreterTest {
    private static final Series ANYBODY = call(Operator.OR, exists(EVENTS), exists(PATIENTS));

    private static final Tables TABLES = new Tables(Map.of(
            "patients", new Table(List.of(new Table.Column("sex", Type.STR)), List.of(patient(3, "male"), patient(1, "female"))),
            "events",
            new Table(
                    List.of(new Table.Column("i", Type.INT), new Table.Column("j", Type.INT), new Table.Column("s", Type.STR)),
                    List.of(
                            event(1, 2L, 10L, "x"),
                            event(2, 5L, null, "z"),
                            event(1, 2L, 20L, "w"),
                            event(1, null, 30L, null),
                            event(2, 4L, 1L, "z")))));

    private static Table.Row patient(long id, String sex) {
        return new Table.Row(id, List.of(sex));
    }

    private static Table.Row event(long id, Object... values) {
        return new Table.Row(id, Arrays.asList(values));
    }

    private static List<List<Object>> rows(DatasetDefinition dataset) {
        return new ReferenceInterpreter(dataset).run(TABLES).getFirst().rows();
    }

    private static List<Object> values(Series series) {
        return rows(dataset(ANYBODY, Map.of("x", series))).stream().map(row -> row.get(1)).toList();
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    @Test
    void everybodyWithARowAnywhereIsAPatientAndRowsComeInOrder() {
        Map<String, Series> variables = new LinkedHashMap<>();
        variables.put("sex", select(PATIENTS, "sex"));
        variables.put("events", node(new Count(EVENTS)));
        assertThat(rows(dataset(ANYBODY, variables))).containsExactly(row(1L, "female", 3L), row(2L, null, 2L), row(3L, "male", 0L));
        assertThat(rows(dataset(exists(PATIENTS), variables))).containsExactly(row(1L, "female", 3L), row(3L, "male", 0L));
    }

    @Test
    void aPopulationThatIsNullIsNobodys() {
        assertThat(rows(dataset(call(Operator.EQ, select(PATIENTS, "sex"), value("male")), Map.of()))).containsExactly(row(3L));
    }

    @Test
    void aggregationsLeaveNullsOut() {
        assertThat(values(aggregate(Aggregate.Kind.SUM, select(EVENTS, "i")))).isEqualTo(row(4L, 9L, null));
        assertThat(values(aggregate(Aggregate.Kind.COUNT_DISTINCT, select(EVENTS, "s")))).isEqualTo(row(2L, 1L, 0L));
        assertThat(values(aggregate(Aggregate.Kind.MEAN, select(EVENTS, "j")))).isEqualTo(row(20.0, 1.0, null));
    }

    @Test
    void aFilterKeepsRowsWhoseConditionIsTrue() {
        Filter kept = node(new Filter(EVENTS, call(Operator.LT, select(EVENTS, "i"), value(3L))));
        assertThat(values(node(new Count(kept)))).isEqualTo(row(2L, 0L, 0L));
        assertThat(values(exists(kept))).isEqualTo(row(true, false, false));
        Filter twice = node(new Filter(kept, call(Operator.GT, select(EVENTS, "j"), aggregate(Aggregate.Kind.MIN, select(EVENTS, "j")))));
        assertThat(values(aggregate(Aggregate.Kind.MIN, select(twice, "s")))).isEqualTo(row("w", null, null));
    }

    @Test
    void nullsComeFirstAndThePickTakesOneRow() {
        assertThat(values(select(first(sorted(EVENTS, "i")), "j"))).isEqualTo(row(30L, 1L, null));
        assertThat(values(select(last(sorted(EVENTS, "i")), "j"))).isEqualTo(row(20L, null, null));
    }

    @Test
    void tiesGoByTheColumnsSelectedFromThatPickInAlphabeticalOrder() {
        var pick = last(sorted(EVENTS, "i"));
        assertThat(values(select(pick, "s"))).isEqualTo(row("x", "z", null));
        Map<String, Series> both = new LinkedHashMap<>();
        both.put("s", select(pick, "s"));
        both.put("j", select(pick, "j"));
        assertThat(rows(dataset(ANYBODY, both))).containsExactly(row(1L, "w", 20L), row(2L, "z", null), row(3L, null, null));
        // A column of another pick of the same rows takes no part.
        Map<String, Series> apart = new LinkedHashMap<>();
        apart.put("s", select(pick, "s"));
        apart.put("j", select(first(sorted(EVENTS, "i")), "j"));
        assertThat(rows(dataset(ANYBODY, apart))).containsExactly(row(1L, "x", 30L), row(2L, "z", 1L), row(3L, null, null));
    }

    @Test
    void aLaterSortDecidesAndAnEarlierOneBreaksItsTies() {
        assertThat(values(select(first(sorted(sorted(EVENTS, "j"), "s")), "j"))).isEqualTo(row(30L, null, null));
        assertThat(values(select(last(sorted(sorted(EVENTS, "j"), "i")), "s"))).isEqualTo(row("w", "z", null));
    }

    @Test
    void episodesMembershipAndCases() {
        assertThat(values(node(new CountEpisodes(select(EVENTS, "d"), 3)))).isEqualTo(row(0L, 0L, 0L));
        Series own = node(new In(value(2L), node(new CombineAsSet(select(EVENTS, "i")))));
        assertThat(values(own)).isEqualTo(row(true, false, false));
        Series fixed = node(new In(select(PATIENTS, "sex"), node(new ValueSet(new LinkedHashSet<>(List.of("male")), Type.STR))));
        assertThat(values(fixed)).isEqualTo(row(false, null, true));
        Series label = node(new Case(
                List.of(new Case.Branch(fixed, Optional.of(value("m"))), new Case.Branch(own, Optional.empty())), Optional.of(value("other"))));
        assertThat(values(label)).isEqualTo(row(null, "other", "m"));
    }

    @Test
    void rowsOfAnInlineTableMakePatients() {
        InlinePatientTable inline = new InlinePatientTable(
                new TableDefinition(
                        "test", "t", "t", new TableSchema(List.of(new TableSchema.Column("n", Type.INT, List.of(), List.of()))), Optional.empty(), new TableDefinition.Activation.None()),
                new InlineRows.Written(List.of(row(9L, 5L), row(2L, null))));
        assertThat(rows(dataset(exists(inline), Map.of("n", select(inline, "n"))))).containsExactly(row(2L, null), row(9L, 5L));
    }

    @Test
    void eventTablesHoldTheRowsOfThePopulationInOrder() {
        Map<String, Series> members = new LinkedHashMap<>();
        members.put("s", select(EVENTS, "s"));
        members.put("sex", select(PATIENTS, "sex"));
        members.put("i", select(EVENTS, "i"));
        DatasetDefinition dataset = dataset(exists(EVENTS), Map.of(), Map.of("visits", node(new SeriesCollection(members))));
        List<ResultTable> results = new ReferenceInterpreter(dataset).run(TABLES);
        assertThat(results.get(1).name()).isEqualTo("visits");
        assertThat(results.get(1).rows())
                .containsExactly(
                        row(1L, null, "female", null), row(1L, "w", "female", 2L), row(1L, "x", "female", 2L), row(2L, "z", null, 4L), row(2L, "z", null, 5L));
    }

    @Test
    void aDeepGraphDoesNotOverflow() {
        Series chain = exists(PATIENTS);
        for (long i = 0; i < 20_000; i++) {
            chain = call(Operator.OR, chain, call(Operator.GT, node(new Count(EVENTS)), value(i + 2)));
        }
        assertThat(rows(dataset(chain, Map.of("born", call(Operator.IS_NULL, select(PATIENTS, "date_of_birth")))))).hasSize(2);
    }

    @Test
    void valuesOfOtherSeriesDoNotChangeHowTiesAreBroken() {
        var pick = last(sorted(EVENTS, "i"));
        DatasetDefinition dataset = dataset(ANYBODY, Map.of("s", select(pick, "s")));
        var values = new ReferenceInterpreter(dataset).values(TABLES, List.of(select(pick, "j")));
        assertThat(values.patients()).containsExactly(1L, 2L, 3L);
        assertThat(values.values()).containsExactly(row(10L), row((Object) null), row((Object) null));
    }
}
