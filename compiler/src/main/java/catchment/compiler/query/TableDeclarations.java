package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.ClassValue;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.PropertyValue;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Frame;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableDefinition.Activation;
import catchment.compiler.model.TableSchema;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code @table class events(EventFrame): …}: a table of a class. */
final class TableDeclarations {
    private static final Set<String> META = Set.of("table_name", "required_permission", "activation_filter_field");

    private TableDeclarations() {}

    /**
     * What a class declares.
     *
     * @param events true for many rows per patient
     */
    record Declared(TableDefinition definition, boolean events, TableClass table) {}

    static EvaluatedValue table(Call call) {
        Given given = call.given("class_").orElseThrow();
        if (!(given.value() instanceof ClassValue declared)) {
            return call.refuse(Expect.kind(given, call, "a class"));
        }
        Optional<Declared> read = read(declared, call.context());
        if (read.isEmpty()) {
            return new Poison(declared.origin());
        }
        TableDefinition definition = read.get().definition();
        Frame node = read.get().events() ? new SelectTable(definition) : new SelectPatientTable(definition);
        return new FrameValue(call.context().nodes().intern(node), read.get().table(), declared.nameSpan());
    }

    /** What the class declares. Empty after a report. */
    static Optional<Declared> read(ClassValue declared, Context context) {
        Optional<Boolean> events = Optional.empty();
        List<TableSchema.Column> columns = new ArrayList<>();
        Map<String, EvaluatedValue> members = new LinkedHashMap<>();
        for (Given base : declared.bases()) {
            switch (base.value()) {
                case FrameBase frame -> events = Optional.of(frame.events());
                case FrameValue frame -> {
                    events = Optional.of(frame.manyRows());
                    columns.addAll(frame.node().schema().columns());
                    members.putAll(frame.table().members());
                }
                case Poison _ -> {
                    return Optional.empty();
                }
                default -> {
                    context.report(noBase(declared, base.span()));
                    return Optional.empty();
                }
            }
        }
        if (events.isEmpty()) {
            context.report(noBase(declared, declared.nameSpan()));
            return Optional.empty();
        }
        Optional<Meta> meta = Optional.of(Meta.NOTHING);
        for (Map.Entry<String, EvaluatedValue> member : declared.members().entrySet()) {
            String name = member.getKey();
            Span span = declared.memberSpans().getOrDefault(name, declared.nameSpan());
            switch (member.getValue()) {
                case Poison _ -> {
                    return Optional.empty();
                }
                case ColumnValue column -> {
                    if (name.equals("patient_id")) {
                        context.report(Diagnostic.error(QueryCode.TABLE_DECLARATION, span, "every table has a column patient_id already")
                                .hint("leave it out"));
                        return Optional.empty();
                    }
                    columns.removeIf(known -> known.name().equals(name));
                    columns.add(new TableSchema.Column(name, column.type(), column.constraints(), column.dummyDataConstraints()));
                }
                case PropertyValue property -> members.put(name, property);
                case ClassValue inner when name.equals("_meta") -> meta = meta(inner, context);
                case ClassValue _ -> {
                    context.report(Diagnostic.error(QueryCode.TABLE_DECLARATION, span, "a class within a table can only be _meta"));
                    return Optional.empty();
                }
                default -> {
                    if (!isFunction(member.getValue()) && !name.startsWith("_")) {
                        context.report(notAColumn(name, span, member.getValue()));
                        return Optional.empty();
                    }
                    members.put(name, member.getValue());
                }
            }
        }
        List<TableSchema.Column> all = columns;
        boolean wasEvents = events.get();
        return meta.map(found -> new Declared(
                new TableDefinition(
                        declared.moduleName(),
                        declared.name(),
                        found.name().orElse(declared.name()),
                        new TableSchema(all),
                        found.permission(),
                        found.activation()),
                wasEvents,
                new TableClass(declared.name(), members)));
    }

    private static boolean isFunction(EvaluatedValue value) {
        return value instanceof Behaviour
                && Types.of(value).isEmpty()
                && !(value instanceof SeriesValue || value instanceof FrameValue || value instanceof LibraryFunction);
    }

    private static Diagnostic noBase(ClassValue declared, Span span) {
        return Diagnostic.error(
                        QueryCode.TABLE_DECLARATION, span, Words.tick(declared.name()) + " is a table, so its class is based on PatientFrame or EventFrame")
                .hint("class " + declared.name() + "(PatientFrame): for one row per patient, (EventFrame) for many");
    }

    private static Diagnostic notAColumn(String name, Span span, EvaluatedValue value) {
        Diagnostic found = Diagnostic.error(QueryCode.TABLE_DECLARATION, span, Words.tick(name) + " is " + value.kind() + ", not a column");
        return Types.of(value).isPresent() ? found.hint("write " + Words.tick(name + " = Series(…)")) : found.hint("columns are declared with Series(type)");
    }

    /** What {@code _meta} says. */
    private record Meta(Optional<String> name, Optional<String> permission, Activation activation) {
        static final Meta NOTHING = new Meta(Optional.empty(), Optional.empty(), new Activation.None());
    }

    private static Optional<Meta> meta(ClassValue inner, Context context) {
        for (String name : inner.members().keySet()) {
            if (!META.contains(name) && !name.startsWith("__")) {
                context.report(Diagnostic.error(
                                QueryCode.TABLE_DECLARATION,
                                inner.memberSpans().getOrDefault(name, inner.nameSpan()),
                                "_meta has no " + Words.tick(name))
                        .hint("it has table_name, required_permission and activation_filter_field"));
                return Optional.empty();
            }
        }
        return Optional.of(new Meta(text(inner, "table_name"), text(inner, "required_permission"), activation(inner)));
    }

    private static Optional<String> text(ClassValue inner, String name) {
        return Optional.ofNullable(inner.members().get(name))
                .filter(TextValue.class::isInstance)
                .map(value -> ((TextValue) value).value());
    }

    private static Activation activation(ClassValue inner) {
        EvaluatedValue value = inner.members().getOrDefault("activation_filter_field", new BooleanValue(false, inner.origin()));
        return switch (value) {
            case TextValue column -> new Activation.ByColumn(column.value());
            case NoneValue _ -> new Activation.ByBackend();
            default -> new Activation.None();
        };
    }
}
