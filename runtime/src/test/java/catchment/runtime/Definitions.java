package catchment.runtime;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small definitions for tests, made of nodes. */
public final class Definitions {
    /** One interner for all tests. */
    private static final Nodes NODES = new Nodes();

    /** A table of patients. */
    public static final SelectPatientTable PATIENTS = new SelectPatientTable(table(
            "patients",
            column("date_of_birth", Type.DATE, new Constraint.FirstOfMonth()),
            column("sex", Type.STR, new Constraint.Categorical(List.of("female", "male", "intersex", "unknown")))));

    /** A table of events with a column of each type. */
    public static final SelectTable EVENTS = new SelectTable(table(
            "events",
            column("b", Type.BOOL),
            column("d", Type.DATE),
            column("f", Type.FLOAT),
            column("i", Type.INT),
            column("j", Type.INT),
            column("s", Type.STR)));

    private Definitions() {}

    private static TableSchema.Column column(String name, Type type, Constraint... constraints) {
        return new TableSchema.Column(name, type, List.of(constraints), List.of());
    }

    private static TableDefinition table(String name, TableSchema.Column... columns) {
        return new TableDefinition("test", name, name, new TableSchema(List.of(columns)), Optional.empty(), new TableDefinition.Activation.None());
    }

    /** A definition without event tables. */
    public static DatasetDefinition dataset(Series population, Map<String, Series> variables) {
        return dataset(population, variables, Map.of());
    }

    /** A definition. */
    public static DatasetDefinition dataset(Series population, Map<String, Series> variables, Map<String, SeriesCollection> events) {
        return new DatasetDefinition(population, variables, events, DummyDataSettings.DATASET_DEFAULT);
    }

    /** The one node that equals this one. */
    public static <N extends Node> N node(N node) {
        return NODES.intern(node);
    }

    /** A column of a frame. */
    public static Series select(Frame frame, String column) {
        return node(new SelectColumn(frame, column));
    }

    /** A scalar function. */
    public static Series call(Operator operator, Series... operands) {
        return node(new Function(operator, List.of(operands)));
    }

    /** Whether there is a row. */
    public static Series exists(Frame frame) {
        return node(new Exists(frame));
    }

    /** An aggregation. */
    public static Series aggregate(Aggregate.Kind kind, Series series) {
        return node(new Aggregate(kind, series));
    }

    /** The rows sorted by a column of them. */
    public static EventFrame sorted(EventFrame frame, String column) {
        return node(new Sort(frame, select(EVENTS, column)));
    }

    /** The first row. */
    public static PickOneRowPerPatient first(EventFrame frame) {
        return node(new PickOneRowPerPatient(frame, PickOneRowPerPatient.Position.FIRST));
    }

    /** The last row. */
    public static PickOneRowPerPatient last(EventFrame frame) {
        return node(new PickOneRowPerPatient(frame, PickOneRowPerPatient.Position.LAST));
    }

    /** A constant. */
    public static Series value(Object value) {
        return node(switch (value) {
            case Boolean truth -> new Value(truth, Type.BOOL);
            case Long whole -> new Value(whole, Type.INT);
            case Double decimal -> new Value(decimal, Type.FLOAT);
            case LocalDate date -> new Value(date, Type.DATE);
            default -> new Value(value, Type.STR);
        });
    }
}
