package catchment.spec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.ModelException;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the model has, the seeds of a test run make: each kind of node, and each operation on each type that it takes, of a patient and of a row. */
final class GeneratorCoverageTest {
    private static final List<Type> TYPES = Stream.of(Type.values()).filter(type -> !RandomTables.columnsOf(type).isEmpty()).toList();

    private final List<DatasetDefinition> studies = LongStream.range(GeneratedStudiesTest.FROM, GeneratedStudiesTest.FROM + GeneratedStudiesTest.COUNT)
            .mapToObj(RandomStudy::ofSeed).toList();

    @Test
    void everyKindOfNodeAndEveryOperationIsMade() {
        Set<String> made = new TreeSet<>();
        nodes().forEach(node -> made.addAll(words(node)));
        Set<String> missing = new TreeSet<>(all());
        missing.removeAll(made);
        assertThat(missing).isEmpty();
    }

    @Test
    void oneToFourVariablesSomeOfThemTwentyFiveLevelsDeep() {
        assertThat(studies.stream().map(study -> study.variables().size()).distinct().sorted()).containsExactly(1, 2, 3, 4);
        assertThat(studies.stream().mapToInt(GeneratorCoverageTest::depth).max().orElseThrow()).isGreaterThanOrEqualTo(RandomStudy.DEEPEST);
    }

    /** What may differ a little from engine to engine decides nothing. */
    @Test
    void floatsThatAreNotExactAreNeverComparedCutOrGroupedBy() {
        List<Series> deciding = new ArrayList<>();
        nodes().forEach(node -> {
            switch (node) {
                case Function function when List.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.FLOOR_DIVIDE,
                        Operator.CAST_TO_INT, Operator.ADD, Operator.SUBTRACT, Operator.POWER).contains(function.operator()) ->
                    deciding.addAll(function.arguments());
                case In in -> {
                    deciding.add(in.value());
                    Graph.children(in.set()).forEach(member -> deciding.add((Series) member));
                }
                case Sort sort -> deciding.add(sort.key());
                case Aggregate aggregate when aggregate.kind() != Aggregate.Kind.MIN && aggregate.kind() != Aggregate.Kind.MAX -> deciding.add(aggregate.source());
                default -> {}
            }
        });
        seeds(GeneratedMeasuresTest.COUNT).forEach(seed ->
                RandomMeasures.ofSeed(seed).measures().forEach(measure -> deciding.addAll(measure.groupBy().values())));
        Exactness exactness = new Exactness();
        assertThat(deciding).isNotEmpty().allMatch(exactness::isExact);
    }

    private static LongStream seeds(int count) {
        return LongStream.range(GeneratedStudiesTest.FROM, GeneratedStudiesTest.FROM + count);
    }

    private Stream<Node> nodes() {
        Stream<Node> measures = seeds(GeneratedMeasuresTest.COUNT).mapToObj(RandomMeasures::ofSeed)
                .flatMap(definition -> Graph.postOrder(definition.roots()).stream());
        return Stream.concat(studies.stream().flatMap(study -> Graph.postOrder(study.roots()).stream()), measures);
    }

    private static List<String> words(Node node) {
        String kind = node.getClass().getSimpleName();
        return switch (node) {
            case Function function -> {
                String of = function.operator() + types(function.arguments().subList(0, Math.min(2, function.arguments().size())));
                yield List.of(kind, function.domain().isPatient() ? "patient " + of : "row " + of);
            }
            case Aggregate aggregate -> List.of(kind, aggregate.kind() + types(List.of(aggregate.source())));
            case PickOneRowPerPatient pick -> List.of(kind, pick.position().toString());
            case In in -> List.of(kind, kind + " " + in.set().getClass().getSimpleName() + types(List.of(in.value())));
            case Case branches -> List.of(kind, kind + types(List.of(branches)));
            case Sort sort -> List.of(kind, kind + types(List.of(sort.key())));
            default -> List.of(kind);
        };
    }

    private static String types(List<Series> series) {
        return series.stream().map(Series::type).toList().toString();
    }

    /** All that the model takes: the kinds as they are sealed, and each operation tried on columns of each type. */
    private static Set<String> all() {
        Set<String> all = new TreeSet<>();
        kinds(Node.class, all);
        SelectTable rows = new SelectTable(RandomTables.definition("events"));
        for (Type type : TYPES) {
            Series column = new SelectColumn(rows, RandomTables.columnsOf(type).getFirst());
            for (Operator operator : Operator.values()) {
                switch (operator.form()) {
                    case SINGLE -> taken(all, () -> new Function(operator, List.of(column)));
                    case MANY -> taken(all, () -> new Function(operator, List.of(column, column)));
                    case PAIR -> TYPES.forEach(other -> taken(all, () ->
                            new Function(operator, List.of(column, new SelectColumn(rows, RandomTables.columnsOf(other).getFirst())))));
                }
            }
            for (Aggregate.Kind kind : Aggregate.Kind.values()) {
                taken(all, () -> new Aggregate(kind, column));
            }
            taken(all, () -> new Sort(rows, column));
            all.add("Case" + types(List.of(column)));
            all.add("In ValueSet" + types(List.of(column)));
            all.add("In CombineAsSet" + types(List.of(column)));
        }
        for (PickOneRowPerPatient.Position position : PickOneRowPerPatient.Position.values()) {
            all.add(position.toString());
        }
        return all;
    }

    private interface Making {
        Node node();
    }

    private static void taken(Set<String> all, Making making) {
        try {
            for (String word : words(making.node())) {
                all.add(word);
                if (word.startsWith("row ")) {
                    all.add(word.replace("row ", "patient "));
                }
            }
        } catch (ModelException refused) {
            // the model has no such operation
        }
    }

    private static void kinds(Class<?> sealed, Set<String> all) {
        if (sealed.isSealed()) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                kinds(permitted, all);
            }
        } else {
            all.add(sealed.getSimpleName());
        }
    }

    private static int depth(DatasetDefinition study) {
        Map<Node, Integer> depths = new IdentityHashMap<>();
        int deepest = 0;
        for (Node node : Graph.postOrder(study.roots())) {
            int depth = 1 + Graph.children(node).stream().mapToInt(depths::get).max().orElse(0);
            depths.put(node, depth);
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
