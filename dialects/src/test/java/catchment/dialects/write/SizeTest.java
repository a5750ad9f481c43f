package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.dialects.program.SqlProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text grows with the nodes of a definition and no faster, and the engine takes it. */
final class SizeTest {
    private static String branching(Study study, boolean ofEvents, int levels, Engine engine) throws Exception {
        Series x = ofEvents ? study.column(study.events, "number") : study.column(study.patients, "score");
        for (long i = 0; i < levels; i++) {
            x = study.when(
                    study.call(Operator.EQ, x, study.value(i)),
                    study.call(Operator.ADD, x, study.value(1L)),
                    study.call(Operator.MULTIPLY, x, study.value(2L)));
        }
        study.variable("x", ofEvents ? study.aggregate(Aggregate.Kind.MAX, x) : x);
        SqlProgram program = Engine.program(study.of(study.exists(study.patients)), study.spans());
        assertThat(text(program)).hasSizeLessThan(levels * 400 + 2_000);
        return engine.rows(program, 0).get(1);
    }

    private static String text(SqlProgram program) {
        return Stream.concat(program.setup().stream(), program.results().stream().map(SqlProgram.ResultQuery::query))
                .map(SqlProgram.Statement::sql)
                .reduce("", String::concat);
    }

    private static String chain(int length, Operator operator, BiFunction<Study, Long, Series> term, Engine engine) throws Exception {
        Study study = new Study();
        Series chain = term.apply(study, 0L);
        for (long i = 1; i < length; i++) {
            chain = study.call(operator, chain, term.apply(study, i));
        }
        study.variable("x", chain);
        SqlProgram program = Engine.program(study.of(study.exists(study.patients)), study.spans());
        assertThat(text(program)).hasSizeLessThan(length * 60 + 2_000);
        return engine.rows(program, 0).get(1);
    }

    @Test
    void aValueUsedTwiceOnEachOfFortyLevelsIsComputedOnceOnEach() throws Exception {
        try (Engine engine = new Engine().run(Engine.TABLES)) {
            assertThat(branching(new Study(), false, 40, engine)).isEqualTo("2|3298534883328");
            assertThat(branching(new Study(), true, 40, engine)).isEqualTo("2|4398046511104");
        }
    }

    @Test
    void monthsAreAddedManyTimes() throws Exception {
        try (Engine engine = new Engine().run(Engine.TABLES)) {
            Study study = new Study();
            Series date = study.column(study.patients, "date_of_birth");
            for (int i = 0; i < 40; i++) {
                date = study.call(Operator.DATE_ADD_MONTHS, date, study.value(1L));
            }
            study.variable("x", date);
            SqlProgram program = Engine.program(study.of(study.exists(study.patients)), study.spans());
            assertThat(text(program)).hasSizeLessThan(40_000);
            assertThat(engine.rows(program, 0).get(1)).isEqualTo("2|1973-06-28");
        }
    }

    @Test
    void aSumOfThreeThousandTermsIsNotTooDeep() throws Exception {
        try (Engine engine = new Engine().run(Engine.TABLES)) {
            assertThat(chain(3_000, Operator.ADD, (study, i) -> i == 0 ? study.column(study.patients, "score") : study.value(i), engine))
                    .isEqualTo("2|4498503");
        }
    }

    @Test
    void aThousandTermsOfOrAreBalanced() throws Exception {
        try (Engine engine = new Engine().run(Engine.TABLES)) {
            assertThat(chain(
                            1_000,
                            Operator.OR,
                            (study, i) -> study.call(Operator.STRING_CONTAINS, study.column(study.patients, "sex"), study.value("code " + i)),
                            engine))
                    .isEqualTo("2|false");
        }
    }

    @Test
    void aCaseOfFiveThousandLiteralsIsData() throws Exception {
        try (Engine engine = new Engine().run(Engine.TABLES)) {
            Study study = new Study();
            List<Case.Branch> branches = new ArrayList<>();
            for (long i = 0; i < 5_000; i++) {
                Series condition = study.call(Operator.EQ, study.column(study.patients, "score"), study.value(i % 2_500));
                branches.add(new Case.Branch(condition, Optional.of(study.value("branch " + i))));
            }
            study.variable("x", study.node(new Case(branches, Optional.of(study.value("none")))));
            SqlProgram program = Engine.program(study.of(study.exists(study.patients)), study.spans());
            assertThat(text(program)).hasSizeLessThan(1_500);
            assertThat(engine.rows(program, 0)).containsExactly("1|none", "2|branch 3", "3|none");
        }
    }

    @Test
    void aListStandsNowhereInTheTextAndOnceInTheData() throws Exception {
        Object[] codes = new Object[100_000];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = String.valueOf(1_000_000 + i);
        }
        Study study = new Study();
        Series listed = study.in(study.column(study.events, "code"), codes);
        study.variable("any", study.exists(study.where(study.events, listed)));
        study.variable("none", study.exists(study.where(study.events, study.call(Operator.NOT, listed))));
        SqlProgram program = Engine.program(study.of(study.exists(study.patients)), study.spans());
        assertThat(text(program)).hasSizeLessThan(2_500).doesNotContain("1000001");
        assertThat(program.data()).singleElement().satisfies(data -> assertThat(data.rows()).hasSize(100_000));
    }
}
