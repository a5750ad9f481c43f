package catchment.compiler.query;

import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures while they are being defined. */
final class MeasuresValue implements Behaviour, Unfinished {
    private final Span origin;
    private final Map<String, Defined> measures = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private Optional<MeasureParts> defaults = Optional.empty();
    private Optional<Span> defaultsSpan = Optional.empty();
    private boolean uncertain;
    private boolean defaultsUnknown;
    private DummyDataSettings dummyData = DummyDataSettings.MEASURES_DEFAULT;
    private boolean disclosureControl = true;

    MeasuresValue(Span origin) {
        this.origin = origin;
    }

    private record Defined(MeasuresDefinition.Measure measure, Span span) {}

    /** What a group name stands for, and where that was first said. */
    record Group(Series series, Span span) {}

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "measures";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<Entry> entry = Catalogue.member(this, syntax.name());
        if (entry.isPresent()) {
            return entry.map(found -> Members.take(found, this, syntax, context));
        }
        if (syntax.name().startsWith("__")) {
            return Optional.empty();
        }
        uncertain = true;
        return Optional.of(context.refuse(MeasureMisses.attribute(this, syntax, context)));
    }

    @Override
    public List<String> attributeNames() {
        return Catalogue.memberNames(this);
    }

    @Override
    public boolean setAttribute(String name, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        uncertain = true;
        if (!(value instanceof catchment.compiler.eval.Poison)) {
            context.report(Diagnostic.error(QueryCode.NOT_SETTABLE, nameSpan, "a measure is not set like a variable")
                    .hint("write " + Words.tick(AssignedText.owner(nameSpan, whole, context) + ".define_measure(name="
                            + Words.quoted(name) + ", numerator=…, denominator=…, intervals=…)")));
        }
        return true;
    }

    /** The defaults so far. */
    MeasureParts defaults() {
        return defaults.orElse(MeasureParts.NOTHING);
    }

    /** True if defaults were given that could not be understood. */
    boolean defaultsUnknown() {
        return defaultsUnknown || uncertain;
    }

    /** Where the defaults were given before. */
    Optional<Span> defaultsSpan() {
        return defaultsSpan;
    }

    void setDefaults(MeasureParts parts, Span span) {
        defaults = Optional.of(parts);
        defaultsSpan = Optional.of(span);
    }

    /** Where a measure of that name was defined before. */
    Optional<Span> measureSpan(String name) {
        return Optional.ofNullable(measures.get(name)).map(Defined::span);
    }

    void add(MeasuresDefinition.Measure measure, Span span) {
        measures.put(measure.name(), new Defined(measure, span));
    }

    /** What a group name stands for so far. */
    Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    void addGroup(String name, Series series, Span span) {
        groups.putIfAbsent(name, new Group(series, span));
    }

    void configure(DummyDataSettings settings) {
        dummyData = settings;
    }

    DummyDataSettings dummyData() {
        return dummyData;
    }

    void controlDisclosure(boolean enabled) {
        disclosureControl = enabled;
    }

    @Override
    public void missed(Entry entry, Arguments arguments) {
        switch (entry.name()) {
            case "define_measure" -> uncertain = true;
            case "define_defaults" -> {
                defaultsUnknown = true;
                uncertain = true;
            }
            default -> {}
        }
    }

    @Override
    public void becomeUncertain() {
        uncertain = true;
    }

    /** What they come to; reports if there is none. */
    Optional<MeasuresDefinition> finish(Context context) {
        if (measures.isEmpty()) {
            if (!uncertain) {
                context.report(Diagnostic.error(QueryCode.NOTHING_DEFINED, origin, "no measure is defined")
                        .hint("add measures.define_measure(name=…, numerator=…, denominator=…, intervals=…)"));
            }
            return Optional.empty();
        }
        return Optional.of(new MeasuresDefinition(
                measures.values().stream().map(Defined::measure).toList(), dummyData, disclosureControl));
    }
}
