package catchment.compiler.backend;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Case;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.TableDefinition.Activation;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition, over those patients alone who may be seen in a backend, and over those of their rows that may be seen.
 *
 * <pre>
 * before:  population                    events
 * after:   population &amp; visible &amp; …      events.where(events.date &lt;= active_until)
 * </pre>
 *
 * A row whose date is missing is not known to be from before, and is left out.
 */
public final class VisiblePatients {
    private final Nodes made = new Nodes();
    private final Map<Node, Node> became = new IdentityHashMap<>();
    private final List<Series> visible;

    private VisiblePatients(BackendDefinition backend, Collection<Node> roots, Spans spans) {
        Graph.postOrder(roots).forEach(made::intern);
        List<Series> own = new ArrayList<>(backend.visible());
        backend.activeUntil().ifPresent(own::add);
        Map<Node, Node> here = Replacement.of(own, (_, rebuilt) -> rebuilt, made);
        this.visible = backend.visible().stream().map(series -> (Series) here.get(series)).toList();
        Optional<Series> activeUntil = backend.activeUntil().map(series -> (Series) here.get(series));
        became.putAll(Replacement.of(roots, (_, rebuilt) -> activeUntil.isPresent() ? active(rebuilt, activeUntil.get()) : rebuilt, made));
        became.forEach((before, after) -> spans.of(before).ifPresent(span -> spans.add(after, span)));
    }

    /**
     * The dataset of those who may be seen.
     *
     * @param spans where nodes come from; the new nodes are added
     */
    public static DatasetDefinition of(DatasetDefinition dataset, Spans spans, BackendDefinition backend) {
        VisiblePatients seen = new VisiblePatients(backend, dataset.roots(), spans);
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        dataset.events().forEach((name, table) -> events.put(name, (SeriesCollection) seen.became.get(table)));
        Series population = seen.only(seen.now(dataset.population()));
        spans.of(dataset.population()).ifPresent(span -> spans.add(population, span));
        return new DatasetDefinition(population, seen.now(dataset.variables()), events, dataset.dummyData());
    }

    /**
     * The measures of those who may be seen: nobody else is in a denominator.
     *
     * @param spans where nodes come from; the new nodes are added
     */
    public static MeasuresDefinition of(MeasuresDefinition measures, Spans spans, BackendDefinition backend) {
        VisiblePatients seen = new VisiblePatients(backend, measures.roots(), spans);
        List<Measure> all = new ArrayList<>();
        for (Measure measure : measures.measures()) {
            Series denominator = seen.counted(seen.now(measure.denominator()));
            spans.of(measure.denominator()).ifPresent(span -> spans.add(denominator, span));
            all.add(new Measure(measure.name(), seen.now(measure.numerator()), denominator, seen.now(measure.groupBy()), measure.intervals()));
        }
        return new MeasuresDefinition(all, measures.dummyData(), measures.disclosureControl());
    }

    private Node active(Node node, Series until) {
        if (node instanceof SelectTable table && table.definition().activation() instanceof Activation.ByColumn(String column)) {
            Series date = made.intern(new SelectColumn(table, column));
            return new Filter((EventFrame) made.intern((Node) table), made.intern(new Function(Operator.LE, List.of(date, until))));
        }
        return node;
    }

    private Series now(Series series) {
        return (Series) became.get(series);
    }

    private Map<String, Series> now(Map<String, Series> series) {
        Map<String, Series> now = new LinkedHashMap<>();
        series.forEach((name, one) -> now.put(name, now(one)));
        return now;
    }

    private Series only(Series population) {
        return visible.stream().reduce(population, this::and);
    }

    private Series and(Series one, Series other) {
        return made.intern(new Function(Operator.AND, List.of(one, other)));
    }

    /** A denominator counts patients, or adds up numbers of theirs. */
    private Series counted(Series denominator) {
        if (denominator.type() == Type.BOOL || visible.isEmpty()) {
            return only(denominator);
        }
        Series all = visible.stream().reduce(this::and).orElseThrow();
        Series nothing = made.intern(new Value(0L, Type.INT));
        return made.intern(new Case(List.of(new Case.Branch(all, Optional.of(denominator))), Optional.of(nothing)));
    }
}
