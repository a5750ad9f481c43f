package catchment.spec.generate;

import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Measures drawn at random, which share denominators, groups and intervals, or do not. */
final class RandomMeasures {
    private static final int PARTS = 40;

    private final Random random;
    private final RandomSeries study;
    private final int depth;
    private final Map<String, Series> groups = new LinkedHashMap<>();
    private final List<Series> denominators = new ArrayList<>();
    private final List<List<Interval>> calendars = new ArrayList<>();

    private RandomMeasures(Random random, int depth) {
        this.random = random;
        this.study = new RandomSeries(random, true);
        this.depth = depth;
    }

    /** The measures of a seed: one to four. */
    static MeasuresDefinition ofSeed(long seed) {
        Random random = new Random(seed * 37);
        return make(random, 1 + random.nextInt(4), 1 + random.nextInt(3));
    }

    /** So many measures; expressions are about so deep. */
    static MeasuresDefinition make(Random random, int measures, int depth) {
        return new RandomMeasures(random, depth).definition(measures);
    }

    private MeasuresDefinition definition(int count) {
        study.budget(PARTS);
        for (int i = 0; i < 3; i++) {
            groups.put("g" + i, study.exact(study.patient(study.type(), random.nextInt(depth + 1)), Optional.empty()));
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            denominators.add(denominator());
            calendars.add(intervals());
        }
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            study.budget(PARTS);
            Map<String, Series> own = new LinkedHashMap<>();
            groups.forEach((name, series) -> {
                if (random.nextInt(3) == 0) {
                    own.put(name, series);
                }
            });
            measures.add(new Measure("m" + i, counted(depth), one(denominators), own, one(calendars)));
        }
        return new MeasuresDefinition(measures, DummyDataSettings.MEASURES_DEFAULT, false);
    }

    private Series denominator() {
        if (random.nextInt(3) > 0) {
            return counted(depth);
        }
        // conditions that some denominators have in common
        Series lasting = denominators.isEmpty() ? study.patient(Type.BOOL, 1) : one(denominators);
        return lasting.type() == Type.BOOL
                ? study.node(new Function(Operator.AND, List.of(lasting, study.patient(Type.BOOL, depth))))
                : lasting;
    }

    private Series counted(int deepest) {
        return study.patient(random.nextInt(3) == 0 ? Type.INT : Type.BOOL, 1 + random.nextInt(deepest));
    }

    private List<Interval> intervals() {
        TreeSet<Interval> found = new TreeSet<>(Comparator.comparing(Interval::start).thenComparing(Interval::end));
        for (int i = random.nextInt(4); i >= 0; i--) {
            LocalDate start = LocalDate.of(2019, 12, 1).plusDays(random.nextInt(100));
            found.add(new Interval(start, start.plusDays(1 + random.nextInt(60))));
        }
        return List.copyOf(found);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
