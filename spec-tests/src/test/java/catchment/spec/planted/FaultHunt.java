package catchment.spec.planted;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.ModelException;
import catchment.compiler.model.Node;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.write.Programs;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPages;
import catchment.spec.generate.GeneratedStudy;
import catchment.spec.kit.CaseRun;
import catchment.spec.kit.SessionSpecEngine;
import catchment.spec.kit.SpecEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for who catches a fault: the cases of the page that should, then all others, then generated definitions. A case whose program is the same with the fault
 * is not run; one that the engine refuses has not caught it, for a fault worth catching gives rows.
 */
final class FaultHunt {
    private static final Dialect DUCKDB = Dialects.named("duckdb").orElseThrow();
    private static final long FIRST_SEED = 20_000;
    private static final int SEEDS = 500;

    /**
     * What can catch a fault.
     *
     * @param program what is run without the fault
     * @param differences what is different from what is expected
     */
    private record Catcher(String name, DatasetDefinition dataset, Spans spans, Tables tables, String program, Differences differences) {
        interface Differences {
            List<String> of(List<ResultTable> results);
        }
    }

    private final Path folder;
    private final DuckDbEngine database;
    private final List<SpecCase> cases =
            SpecPages.bundled().stream().flatMap(page -> page.cases().stream()).filter(one -> one.refused().isEmpty()).toList();
    private final Map<String, Catcher> catchers = new LinkedHashMap<>();

    /**
     * @param folder an empty folder for the files of cases
     * @param database an empty database
     */
    FaultHunt(Path folder, DuckDbEngine database) {
        this.folder = folder;
        this.database = database;
    }

    /** Who catches the fault; empty if it survives. */
    Optional<String> catcher(Fault fault) {
        List<SpecCase> likely = cases.stream().filter(one -> one.id().startsWith(fault.likely())).toList();
        List<SpecCase> others = cases.stream().filter(one -> !one.id().startsWith(fault.likely())).toList();
        return first(fault, likely).or(() -> generated(fault)).or(() -> first(fault, others));
    }

    private Optional<String> first(Fault fault, List<SpecCase> some) {
        return some.stream().map(one -> catchers.computeIfAbsent(one.id(), _ -> catcher(one))).filter(one -> catches(one, fault)).map(Catcher::name).findFirst();
    }

    private Optional<String> generated(Fault fault) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            long number = seed;
            Catcher one = catchers.computeIfAbsent("seed " + seed, name -> catcher(name, GeneratedStudy.ofSeed(number)));
            if (catches(one, fault)) {
                return Optional.of(one.name());
            }
        }
        return Optional.empty();
    }

    private Catcher catcher(SpecCase one) {
        CaseRun run = new CaseRun(one, folder.resolve(Integer.toString(catchers.size())));
        List<Catcher> made = new ArrayList<>();
        run.on(engine((dataset, spans, tables) -> {
            made.add(new Catcher(one.id(), dataset, spans, tables, text(Programs.of(dataset, spans, DUCKDB)),
                    results -> run.differencesOn(engine((_, _, _) -> results))));
            return List.of();
        }));
        return made.getFirst();
    }

    private static Catcher catcher(String name, GeneratedStudy study) {
        return new Catcher("generator: " + name, study.dataset(), new Spans(), study.tables(), text(Programs.of(study.dataset(), new Spans(), DUCKDB)),
                results -> study.difference(results).stream().toList());
    }

    private boolean catches(Catcher one, Fault fault) {
        try {
            DatasetDefinition dataset = fault instanceof Fault.OfDefinition definition ? faulty(one.dataset(), definition) : one.dataset();
            Dialect dialect = new FaultyDuckDb(fault);
            if (text(Programs.of(dataset, one.spans(), dialect)).equals(one.program())) {
                return false;
            }
            return !one.differences().of(new SessionSpecEngine(dialect, database.session()).run(dataset, one.spans(), one.tables())).isEmpty();
        } catch (ModelException | IllegalStateException refused) {
            return false;
        }
    }

    private static DatasetDefinition faulty(DatasetDefinition dataset, Fault.OfDefinition fault) {
        Map<Node, Node> became = Replacement.of(dataset.roots(), fault.change());
        Map<String, Series> variables = new LinkedHashMap<>();
        dataset.variables().forEach((name, series) -> variables.put(name, (Series) became.get(series)));
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        dataset.events().forEach((name, table) -> events.put(name, (SeriesCollection) became.get(table)));
        return new DatasetDefinition((Series) became.get(dataset.population()), variables, events, DummyDataSettings.DATASET_DEFAULT);
    }

    private static String text(SqlProgram program) {
        StringBuilder text = new StringBuilder();
        program.data().forEach(data -> text.append(data).append('\n'));
        program.setup().forEach(statement -> text.append(statement.sql()).append('\n'));
        program.results().forEach(result -> text.append(result.query().sql()).append('\n'));
        return text.toString();
    }

    private interface Answer {
        List<ResultTable> to(DatasetDefinition dataset, Spans spans, Tables tables);
    }

    private static SpecEngine engine(Answer answer) {
        return new SpecEngine() {
            @Override
            public String name() {
                return "duckdb with a fault";
            }

            @Override
            public List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables) {
                return answer.to(dataset, spans, tables);
            }
        };
    }
}
