package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Domain;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An event-level table of a dataset while it is being defined: one row for each row of one frame. */
final class EventTableValue implements Behaviour {
    private final String name;
    private final Span origin;
    private final Map<String, DatasetValue.Variable> columns = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();

    EventTableValue(String name, Span origin) {
        this.name = name;
        this.origin = origin;
    }

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "an event table";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<Entry> entry = Catalogue.member(this, syntax.name());
        if (entry.isPresent()) {
            return entry.map(found -> Members.take(found, this, syntax, context));
        }
        if (columns.containsKey(syntax.name())) {
            return Optional.of(new SeriesValue(columns.get(syntax.name()).series(), syntax.span()));
        }
        return unknown.contains(syntax.name()) ? Optional.of(new Poison(syntax.span())) : Optional.empty();
    }

    @Override
    public List<String> attributeNames() {
        List<String> names = new java.util.ArrayList<>(columns.keySet());
        names.addAll(Catalogue.memberNames(this));
        return names;
    }

    @Override
    public boolean setAttribute(String column, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        add(column, nameSpan, value, AssignedText.value(nameSpan, whole, context), context);
        return true;
    }

    /** Adds a column, or reports why not. False after a report. */
    boolean add(String column, Span nameSpan, EvaluatedValue value, Span valueSpan, Context context) {
        Optional<Diagnostic> mistake = VariableNames.mistake(column, nameSpan, context);
        if (mistake.isEmpty() && columns.containsKey(column)) {
            mistake = Optional.of(Diagnostic.error(
                            QueryCode.VARIABLE_SET_TWICE,
                            nameSpan,
                            Words.tick(column) + " was set before, in line " + columns.get(column).span().start().line())
                    .hint("give this one a name of its own"));
        }
        if (mistake.isEmpty() && !(value instanceof SeriesValue) && !(value instanceof Poison)) {
            mistake = Optional.of(Misfits.noValue(value, valueSpan, "a column of an event table is a series", context));
        }
        if (mistake.isPresent() || value instanceof Poison) {
            mistake.ifPresent(context::report);
            unknown.add(column);
            return false;
        }
        Series series = ((SeriesValue) value).node();
        java.util.List<Taken.OfSeries> parts = new java.util.ArrayList<>();
        columns.values().forEach(known -> parts.add(new Taken.OfSeries(known.series(), known.span())));
        parts.add(new Taken.OfSeries(series, valueSpan));
        if (!Rows.belongTogether(parts, valueSpan, context) || !IntervalUse.absent(series, valueSpan, context)) {
            unknown.add(column);
            return false;
        }
        columns.put(column, new DatasetValue.Variable(series, context.shown(nameSpan)));
        return true;
    }

    /** The rows that it has; the patient domain while no column is an event series. */
    Domain domain() {
        return columns.values().stream()
                .map(column -> column.series().domain())
                .filter(domain -> !domain.isPatient())
                .findFirst()
                .orElse(Domain.PATIENT);
    }

    /** What it comes to. */
    SeriesCollection collection(Context context) {
        Map<String, Series> members = new LinkedHashMap<>();
        columns.forEach((column, variable) -> members.put(column, variable.series()));
        return new Build(context, origin).add(new SeriesCollection(members));
    }

    String name() {
        return name;
    }
}
