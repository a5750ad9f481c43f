package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.model.Case;
import catchment.compiler.model.Domain;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.ModelException;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a definition and records that show a fault smaller, as long as they show it: variables are left out, a part of an expression takes the place of the whole,
 * rows go, values become null.
 */
final class Shrinking {
    /** Whether a study shows the fault. */
    interface Failing {
        boolean test(GeneratedStudy study) throws Exception;
    }

    private final Failing failing;
    private final Instant end;
    private GeneratedStudy smallest;

    private Shrinking(GeneratedStudy study, Failing failing, Duration limit) {
        this.smallest = study;
        this.failing = failing;
        this.end = Instant.now().plus(limit);
    }

    /** The smallest that was found within the time. */
    static GeneratedStudy of(GeneratedStudy study, Failing failing, Duration limit) {
        Shrinking shrinking = new Shrinking(study, failing, limit);
        boolean smaller = true;
        while (smaller) {
            smaller = shrinking.outputs() | shrinking.nodes() | shrinking.rows();
        }
        shrinking.cells();
        return shrinking.smallest;
    }

    private interface Making {
        GeneratedStudy study();
    }

    /** Takes what is made if it shows the fault too. */
    private boolean take(Making making) {
        if (Instant.now().isAfter(end)) {
            return false;
        }
        try {
            GeneratedStudy study = making.study();
            if (failing.test(study)) {
                smallest = study;
                return true;
            }
        } catch (Exception other) {
            // not well formed, or another fault
        }
        return false;
    }

    private static DatasetDefinition dataset(Series population, Map<String, Series> variables, Map<String, SeriesCollection> events) {
        return RandomStudy.together(List.of(new DatasetDefinition(population, variables, events, DummyDataSettings.DATASET_DEFAULT)));
    }

    // The definition

    private boolean outputs() {
        boolean smaller = !(smallest.dataset().population() instanceof Value) && take(() -> new GeneratedStudy(
                dataset(new Value(true, Type.BOOL), smallest.dataset().variables(), smallest.dataset().events()), smallest.tables()));
        for (String name : List.copyOf(smallest.dataset().events().keySet())) {
            smaller |= take(() -> {
                Map<String, SeriesCollection> events = new LinkedHashMap<>(smallest.dataset().events());
                events.remove(name);
                return new GeneratedStudy(dataset(smallest.dataset().population(), smallest.dataset().variables(), events), smallest.tables());
            });
        }
        smaller |= members();
        for (String name : List.copyOf(smallest.dataset().variables().keySet())) {
            smaller |= smallest.dataset().variables().size() > 1 && take(() -> {
                Map<String, Series> variables = new LinkedHashMap<>(smallest.dataset().variables());
                variables.remove(name);
                return new GeneratedStudy(dataset(smallest.dataset().population(), variables, smallest.dataset().events()), smallest.tables());
            });
        }
        return smaller;
    }

    private boolean members() {
        boolean smaller = false;
        for (String name : List.copyOf(smallest.dataset().events().keySet())) {
            for (String member : List.copyOf(smallest.dataset().events().get(name).members().keySet())) {
                smaller |= take(() -> {
                    Map<String, Series> members = new LinkedHashMap<>(smallest.dataset().events().get(name).members());
                    members.remove(member);
                    Map<String, SeriesCollection> events = new LinkedHashMap<>(smallest.dataset().events());
                    events.put(name, new SeriesCollection(members));
                    return new GeneratedStudy(dataset(smallest.dataset().population(), smallest.dataset().variables(), events), smallest.tables());
                });
            }
        }
        return smaller;
    }

    /** From the outputs down, so that much goes at once. A step makes the definition anew, and its nodes are others: it begins again. */
    private boolean nodes() {
        boolean smaller = false;
        boolean again = true;
        while (again) {
            again = step();
            smaller |= again;
        }
        return smaller;
    }

    private boolean step() {
        GeneratedStudy before = smallest;
        int size = size(before);
        for (Node node : Graph.postOrder(before.dataset().roots()).reversed()) {
            for (Node instead : smaller(node)) {
                if (take(() -> smallerThan(size, new GeneratedStudy(replaced(before.dataset(), node, instead), before.tables())))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int size(GeneratedStudy study) {
        return DefinitionText.lines(study.dataset()).stream().mapToInt(String::length).sum();
    }

    private static GeneratedStudy smallerThan(int size, GeneratedStudy study) {
        if (size(study) >= size) {
            throw new ModelException("not smaller");
        }
        return study;
    }

    private static List<Node> smaller(Node node) {
        List<Node> smaller = new ArrayList<>();
        List<Node> below = Graph.postOrder(node).reversed();
        if (node instanceof Series series) {
            below.stream().skip(1).filter(one -> one instanceof Series inner && inner.type() == series.type() && fits(inner.domain(), series.domain()))
                    .limit(12).forEach(smaller::add);
            if (!(node instanceof Value) && !(node instanceof SelectColumn column && column.source() == column.source().table())) {
                below.stream().filter(Frame.class::isInstance).map(frame -> ((Frame) frame).table()).distinct()
                        .filter(table -> fits(table.domain(), series.domain()))
                        .flatMap(table -> table.schema().columns().stream().filter(column -> column.type() == series.type()).limit(1)
                                .map(column -> (Node) new SelectColumn(table, column.name())))
                        .limit(3).forEach(smaller::add);
            }
        } else if (node instanceof Frame) {
            below.stream().skip(1).filter(one -> one instanceof Frame).limit(6).forEach(smaller::add);
        }
        switch (node) {
            case Case branches when branches.branches().size() > 1 -> {
                for (int i = 0; i < branches.branches().size(); i++) {
                    List<Case.Branch> fewer = new ArrayList<>(branches.branches());
                    fewer.remove(i);
                    tried(smaller, () -> new Case(fewer, branches.otherwise()));
                }
            }
            case Case branches when branches.otherwise().isPresent() -> tried(smaller, () -> new Case(branches.branches(), Optional.empty()));
            case Function function when function.operator().form() == Operator.Form.MANY && function.arguments().size() > 1 -> {
                for (int i = 0; i < function.arguments().size(); i++) {
                    List<Series> fewer = new ArrayList<>(function.arguments());
                    fewer.remove(i);
                    tried(smaller, () -> new Function(function.operator(), fewer));
                }
            }
            case ValueSet set -> set.values().forEach(value -> {
                LinkedHashSet<Object> fewer = new LinkedHashSet<>(set.values());
                fewer.remove(value);
                smaller.add(new ValueSet(fewer, set.type()));
            });
            default -> {}
        }
        return smaller;
    }

    private interface MakingNode {
        Node node();
    }

    private static void tried(List<Node> smaller, MakingNode making) {
        try {
            smaller.add(making.node());
        } catch (ModelException none) {
            // such a node is not well formed
        }
    }

    private static boolean fits(Domain inner, Domain outer) {
        return inner.isPatient() || inner.equals(outer);
    }

    private static DatasetDefinition replaced(DatasetDefinition dataset, Node node, Node instead) {
        List<Node> roots = new ArrayList<>(dataset.roots());
        Map<Node, Node> became = Replacement.of(roots, (before, made) -> before == node ? instead : made, new Nodes());
        Map<String, Series> variables = new LinkedHashMap<>();
        dataset.variables().forEach((name, series) -> variables.put(name, (Series) became.get(series)));
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        dataset.events().forEach((name, table) -> events.put(name, (SeriesCollection) became.get(table)));
        return dataset((Series) became.get(dataset.population()), variables, events);
    }

    // The records

    private boolean rows() {
        boolean smaller = false;
        for (String name : List.copyOf(smallest.tables().byName().keySet())) {
            for (int size = Math.max(1, rows(name).size()); size > 0; size /= 2) {
                for (int from = 0; from < rows(name).size(); ) {
                    int first = from;
                    int last = Math.min(from + size, rows(name).size());
                    boolean taken = take(() -> {
                        List<Table.Row> left = new ArrayList<>(rows(name));
                        left.subList(first, last).clear();
                        return with(name, left);
                    });
                    smaller |= taken;
                    from = taken ? from : last;
                }
            }
        }
        return smaller;
    }

    private void cells() {
        for (String name : smallest.tables().byName().keySet()) {
            for (int row = 0; row < rows(name).size(); row++) {
                for (int column = 0; column < rows(name).get(row).values().size(); column++) {
                    if (rows(name).get(row).values().get(column) != null) {
                        int number = row;
                        int cell = column;
                        take(() -> {
                            List<Table.Row> changed = new ArrayList<>(rows(name));
                            List<Object> values = new ArrayList<>(changed.get(number).values());
                            values.set(cell, null);
                            changed.set(number, new Table.Row(changed.get(number).patientId(), values));
                            return with(name, changed);
                        });
                    }
                }
            }
        }
    }

    private List<Table.Row> rows(String table) {
        return smallest.tables().byName().get(table).rows();
    }

    private GeneratedStudy with(String name, List<Table.Row> rows) {
        Map<String, Table> tables = new LinkedHashMap<>(smallest.tables().byName());
        tables.put(name, new Table(tables.get(name).columns(), rows));
        return new GeneratedStudy(smallest.dataset(), new Tables(tables));
    }
}
