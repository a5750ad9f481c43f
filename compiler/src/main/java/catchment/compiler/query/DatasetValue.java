package catchment.compiler.query;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Shown;
import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dataset while it is being defined: who is in it, and which variables. */
final class DatasetValue implements Behaviour, Unfinished {
    private final Span origin;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, EventTableValue> events = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private Optional<Population> population = Optional.empty();
    private boolean populationTried;
    private boolean uncertain;
    private DummyDataSettings dummyData = DummyDataSettings.DATASET_DEFAULT;

    /** An empty dataset. */
    DatasetValue(Span origin) {
        this.origin = origin;
    }

    /** A variable and where it was set. */
    record Variable(Series series, Span span) {}

    /** The population and where it was defined. */
    private record Population(Series series, Span span) {}

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "a dataset";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        String name = syntax.name();
        Optional<Entry> entry = Catalogue.member(this, name);
        if (entry.isPresent()) {
            return entry.map(found -> Members.take(found, this, syntax, context));
        }
        if (variables.containsKey(name)) {
            return Optional.of(new SeriesValue(variables.get(name).series(), syntax.span()));
        }
        if (events.containsKey(name)) {
            return Optional.of(events.get(name));
        }
        if (name.equals("population") && population.isPresent()) {
            return Optional.of(new SeriesValue(population.get().series(), syntax.span()));
        }
        if (uncertain || unknown.contains(name) || name.equals("population") && populationTried) {
            return Optional.of(new Poison(syntax.span()));
        }
        return name.startsWith("__") ? Optional.empty() : Optional.of(context.refuse(noSuch(syntax, context)));
    }

    private Diagnostic noSuch(Expression.Attribute syntax, Context context) {
        String name = syntax.name();
        String text = Words.source(syntax.target().span(), context);
        Optional<String> renamed = Habits.renamed(name).filter(known -> Catalogue.member(this, known).isPresent());
        if (renamed.isPresent()) {
            populationTried |= renamed.get().equals("define_population");
            return Habits.renamedMethod(name, renamed.get(), syntax.nameSpan(), text);
        }
        if (name.equals("population")) {
            return Diagnostic.error(QueryCode.UNKNOWN_VARIABLE, syntax.nameSpan(), Words.tick(text) + " has no population so far")
                    .hint("define it above: " + Words.tick(text + ".define_population(…)"));
        }
        Diagnostic found = Diagnostic.error(
                QueryCode.UNKNOWN_VARIABLE, syntax.nameSpan(), Words.tick(text) + " has no variable " + Words.tick(name) + " so far");
        List<String> near = NearNames.of(name, attributeNames());
        populationTried |= near.contains("define_population");
        uncertain |= near.contains("add_column");
        if (near.isEmpty()) {
            return variables.isEmpty() ? found.hint("set it above: " + Words.tick(text + "." + name + " = …")) : found.hint("it has " + Words.some(List.copyOf(variables.keySet()), 8));
        }
        String where = variables.containsKey(near.getFirst())
                ? " (line " + variables.get(near.getFirst()).span().start().line() + ")"
                : "";
        return found.hint("did you mean " + Words.tick(near.getFirst()) + "?" + where).fix(syntax.nameSpan(), near.getFirst());
    }

    @Override
    public List<String> attributeNames() {
        List<String> names = new ArrayList<>(variables.keySet());
        names.addAll(events.keySet());
        if (population.isPresent()) {
            names.add("population");
        }
        names.addAll(Catalogue.memberNames(this));
        return names;
    }

    @Override
    public boolean setAttribute(String name, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        Span valueSpan = AssignedText.value(nameSpan, whole, context);
        if (name.equals("population") && !(value instanceof Poison)) {
            String owner = AssignedText.owner(nameSpan, whole, context);
            String mended = owner + ".define_population(" + Words.full(valueSpan, context) + ")";
            populationTried = true;
            context.report(Diagnostic.error(QueryCode.RESERVED_NAME, nameSpan, "the population is defined with a call")
                    .hint("write " + Words.tick(mended))
                    .fix(whole, mended));
            return true;
        }
        addVariable(name, nameSpan, value, valueSpan, context);
        return true;
    }

    @Override
    public boolean setSubscript(EvaluatedValue index, EvaluatedValue value, Span whole, Context context) {
        if (!(index instanceof TextValue name) || value instanceof Poison) {
            uncertain = true;
            return index instanceof Poison || value instanceof Poison;
        }
        unknown.add(name.value());
        context.report(bracketed(name, "`dataset." + name.value() + " = …`", context));
        return true;
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        return index instanceof TextValue name
                ? Optional.of(context.refuse(bracketed(name, "`dataset." + name.value() + "`", context)))
                : Optional.empty();
    }

    private static Diagnostic bracketed(TextValue name, String mended, Context context) {
        Span place = name.origin();
        Diagnostic found = Diagnostic.error(QueryCode.NOT_SETTABLE, place, "a variable of a dataset is named after a dot, not in `[…]`").hint("write " + mended);
        if (VariableNames.pattern(name.value(), place).isPresent()) {
            return found.hint("names have letters, digits and _");
        }
        boolean room = place.start().column() > 1 && place.start().line() == place.end().line();
        Span brackets = room ? Span.of(place.file(), place.start().line(), place.start().column() - 1, place.end().column() + 1) : place;
        return context.sourceText(brackets).matches("\\[[\"'].*[\"']]") ? found.fix(brackets, "." + name.value()) : found.hint("where the name is computed: `setattr(dataset, name, …)`");
    }

    /** Adds a variable, or reports why not. False after a report. */
    boolean addVariable(String name, Span nameSpan, EvaluatedValue value, Span valueSpan, Context context) {
        Optional<Diagnostic> mistake = nameMistake(name, nameSpan, context);
        if (mistake.isPresent()) {
            context.report(mistake.get());
            unknown.add(name);
            return false;
        }
        Optional<Series> series = value instanceof Poison
                ? Optional.empty()
                : VariableValues.perPatient(value, valueSpan, Optional.of(name), context);
        if (series.isEmpty() || !IntervalUse.absent(series.get(), valueSpan, context)) {
            unknown.add(name);
            return false;
        }
        variables.put(name, new Variable(series.get(), context.shown(nameSpan)));
        return true;
    }

    /** The finding for a name that this dataset cannot take. */
    Optional<Diagnostic> nameMistake(String name, Span span, Context context) {
        Optional<Diagnostic> mistake = VariableNames.mistake(name, span, context);
        if (mistake.isPresent()) {
            return mistake;
        }
        if (variables.containsKey(name) || events.containsKey(name)) {
            Span first = variables.containsKey(name) ? variables.get(name).span() : events.get(name).origin();
            boolean samePlace = first.equals(context.shown(span));
            return Optional.of(Diagnostic.error(
                            QueryCode.VARIABLE_SET_TWICE, span, Words.tick(name) + " was set before, in line " + first.start().line())
                    .hint(samePlace
                            ? "this line runs more than once: make the name part of the loop, with setattr(dataset, f\"…\", …) or add_column"
                            : "give this one a name of its own, for example " + name + "_2"));
        }
        return Optional.empty();
    }

    void addEventTable(String name, EventTableValue table) {
        events.put(name, table);
    }

    /** Defines the population. */
    void definePopulation(Series series, Span span) {
        population = Optional.of(new Population(series, span));
    }

    /** Where a population was defined before. */
    Optional<Span> populationSpan() {
        return population.map(Population::span);
    }

    void configure(DummyDataSettings settings) {
        dummyData = settings;
    }

    DummyDataSettings dummyData() {
        return dummyData;
    }

    @Override
    public void missed(Entry entry, Arguments arguments) {
        switch (entry.name()) {
            case "define_population" -> populationTried = true;
            case "add_column", "add_event_table" -> {
                if (!arguments.positional().isEmpty() && arguments.positional().getFirst().value() instanceof TextValue name) {
                    unknown.add(name.value());
                } else {
                    uncertain = true;
                }
            }
            default -> {}
        }
    }

    @Override
    public void becomeUncertain() {
        uncertain = true;
    }

    /** What there is of it so far. */
    Shown.Output soFar() {
        Map<String, Series> columns = new LinkedHashMap<>();
        variables.forEach((name, variable) -> columns.put(name, variable.series()));
        return new Shown.Output(population.map(Population::series), columns);
    }

    /** What it comes to; reports a missing population. Empty where there is none. */
    Optional<DatasetDefinition> finish(Context context) {
        if (population.isEmpty()) {
            if (!populationTried && !uncertain) {
                context.report(Diagnostic.error(
                                QueryCode.POPULATION_MISSING, origin, "the dataset says what is wanted, but not of whom: it has no population")
                        .hint("add `dataset.define_population(…)`, for example `patients.exists_for_patient()`"));
            }
            return Optional.empty();
        }
        Map<String, Series> columns = new LinkedHashMap<>();
        variables.forEach((name, variable) -> columns.put(name, variable.series()));
        Map<String, SeriesCollection> tables = new LinkedHashMap<>();
        events.forEach((name, table) -> tables.put(name, table.collection(context)));
        return Optional.of(new DatasetDefinition(population.get().series(), columns, tables, dummyData));
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Optional.empty();
    }
}
