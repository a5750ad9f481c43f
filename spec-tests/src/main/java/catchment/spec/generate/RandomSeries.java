package catchment.spec.generate;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Series drawn at random, of one definition: every node and operator may occur in them, nested and shared. */
final class RandomSeries {
    private static final List<Type> TYPES = List.of(
                    Type.BOOL, Type.BOOL, Type.BOOL, Type.INT, Type.INT, Type.INT, Type.FLOAT, Type.FLOAT, Type.DATE, Type.DATE, Type.DATE,
                    Type.STR, Type.STR, Type.SNOMEDCT_CODE, Type.SNOMEDCT_CODE, Type.ICD10_MULTI_CODE_STRING);

    private final Random random;
    private final Nodes nodes = new Nodes();
    private final Exactness exactness = new Exactness();
    private final RandomFunctions functions;
    private final List<Series> made = new ArrayList<>();
    private final List<EventFrame> frames = new ArrayList<>();
    private final List<PickOneRowPerPatient> picks = new ArrayList<>();
    private final List<PatientFrame> patientFrames = new ArrayList<>();
    private final List<Series> bounds;
    private int left;

    /**
     * @param withIntervals whether an interval's first and last day may occur
     */
    RandomSeries(Random random, boolean withIntervals) {
        this.random = random;
        this.functions = new RandomFunctions(random, this);
        this.bounds = withIntervals
                ? List.of(node(new Parameter("interval_start_date", Type.DATE)), node(new Parameter("interval_end_date", Type.DATE)))
                : List.of();
        RandomTables.EVENT_TABLES.forEach(name -> frames.add(node(new SelectTable(RandomTables.definition(name)))));
        RandomTables.PATIENT_TABLES.forEach(name -> patientFrames.add(node(new SelectPatientTable(RandomTables.definition(name)))));
        if (random.nextInt(4) == 0) {
            List<List<Object>> rows = new ArrayList<>();
            for (long patient = 3; patient <= 11; patient += 2) {
                List<Object> row = new ArrayList<>(List.of(patient));
                row.addAll(RandomTables.values(random));
                rows.add(row);
            }
            patientFrames.add(node(new InlinePatientTable(RandomTables.definition("written"), new InlineRows.Written(rows))));
        }
    }

    /** What is made from now on has about so many parts at most; then only columns and literals follow. */
    void budget(int parts) {
        left = parts;
    }

    /** True where something made of parts is wanted, the more surely the deeper what is made is to be. */
    private boolean goesOn(int depth, int ends, int outOf) {
        left--;
        return depth > 0 && left > 0 && (random.nextInt(outOf) >= ends || (depth > 5 && random.nextInt(8) > 0));
    }

    <N extends Node> N node(N node) {
        return nodes.intern(node);
    }

    /** Any type that a column has. */
    Type type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    /** A type whose values have an order. */
    Type comparable() {
        Type type = type();
        return type.isComparable() ? type : Type.INT;
    }

    // Frames

    EventFrame frame(int depth) {
        if (!goesOn(depth, 1, 4)) {
            return frames.get(random.nextInt(frames.size()));
        }
        EventFrame source = frame(depth - 1);
        EventFrame made = random.nextInt(4) == 0
                ? node(new Sort(source, exact(eventRooted(ancestor(source), comparable(), depth - 1), source)))
                : node(new Filter(source, condition(source, depth - 1)));
        frames.add(made);
        return made;
    }

    private Series condition(EventFrame source, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> node(new Value(random.nextBoolean() || random.nextBoolean(), Type.BOOL));
            case 1 -> patient(Type.BOOL, depth);
            case 2 -> {
                Series condition = event(ancestor(source), Type.BOOL, depth);
                yield call(Operator.OR, call(Operator.NOT, condition), call(Operator.IS_NULL, condition));
            }
            default -> event(ancestor(source), Type.BOOL, depth);
        };
    }

    /** The frame's rows, or rows that they were filtered from. */
    private EventFrame ancestor(EventFrame frame) {
        EventFrame at = unsorted(frame);
        while (random.nextInt(3) == 0 && at instanceof Filter filter) {
            at = unsorted(filter.source());
        }
        return at;
    }

    static EventFrame unsorted(EventFrame frame) {
        EventFrame at = frame;
        while (at instanceof Sort sort) {
            at = sort.source();
        }
        return at;
    }

    private PickOneRowPerPatient pick(int depth) {
        if (!picks.isEmpty() && random.nextInt(3) == 0) {
            return picks.get(random.nextInt(picks.size()));
        }
        EventFrame frame = frame(depth);
        for (int i = random.nextInt(3); i >= 0; i--) {
            frame = node(new Sort(frame, random.nextInt(3) == 0 ? exact(eventRooted(ancestor(frame), comparable(), 1), frame) : sortColumn(frame)));
        }
        if (random.nextInt(3) == 0) {
            frame = node(new Filter(frame, condition(frame, 1)));
        }
        PickOneRowPerPatient pick = node(new PickOneRowPerPatient(
                frame, random.nextBoolean() ? PickOneRowPerPatient.Position.FIRST : PickOneRowPerPatient.Position.LAST));
        picks.add(pick);
        return pick;
    }

    private Series sortColumn(EventFrame frame) {
        return column(ancestor(frame), comparable());
    }

    // Series

    Series column(Frame frame, Type type) {
        List<String> names = RandomTables.columnsOf(type);
        return node(new SelectColumn(frame, names.get(random.nextInt(names.size()))));
    }

    /** A value written out, or a bound of the interval. */
    Series literal(Type type) {
        if (type == Type.DATE && !bounds.isEmpty() && random.nextInt(4) > 0) {
            return bounds.get(random.nextInt(bounds.size()));
        }
        return node(new Value(RandomTables.value(type, random), type));
    }

    private Series call(Operator operator, Series... operands) {
        return node(new Function(operator, List.of(operands)));
    }

    private Series exact(Series series, EventFrame rows) {
        return exactness.isExact(series) ? series : column(ancestor(rows), series.type());
    }

    /** A series of a patient's values; expressions are about so deep. */
    Series patient(Type type, int depth) {
        boolean more = goesOn(depth, 0, 1);
        if (random.nextInt(more && depth > 5 ? 20 : 4) == 0) {
            List<Series> fitting = made.stream().filter(one -> one.type() == type && one.domain().isPatient()).toList();
            if (!fitting.isEmpty()) {
                return fitting.get(random.nextInt(fitting.size()));
            }
        }
        Series series = !more ? patientLeaf(type) : random.nextInt(3) == 0 ? fromEvents(type, depth) : functions.make(Optional.empty(), type, depth - 1);
        made.add(series);
        return series;
    }

    private Series patientLeaf(Type type) {
        return random.nextInt(4) == 0 ? literal(type) : column(patientFrames.get(random.nextInt(patientFrames.size())), type);
    }

    private Series fromEvents(Type type, int depth) {
        if (type == Type.BOOL && random.nextBoolean()) {
            return node(new Exists(anyFrame(depth)));
        }
        if (type == Type.INT && random.nextBoolean()) {
            EventFrame rows = unsorted(frame(depth));
            return switch (random.nextInt(3)) {
                case 0 -> node(new Count(anyFrame(depth)));
                case 1 -> node(new Aggregate(Aggregate.Kind.COUNT_DISTINCT, exact(eventRooted(rows, type(), depth - 1), rows)));
                default -> node(new CountEpisodes(eventRooted(rows, Type.DATE, depth - 1), random.nextInt(40)));
            };
        }
        if (type == Type.FLOAT && random.nextInt(3) == 0) {
            EventFrame rows = unsorted(frame(depth));
            return node(new Aggregate(
                    Aggregate.Kind.MEAN, exact(eventRooted(rows, random.nextBoolean() ? Type.INT : Type.FLOAT, depth - 1), rows)));
        }
        if (type.isComparable() && random.nextInt(3) > 0) {
            EventFrame rows = unsorted(frame(depth));
            List<Aggregate.Kind> kinds = type.isNumeric()
                    ? List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX, Aggregate.Kind.SUM)
                    : List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX);
            Aggregate.Kind kind = kinds.get(random.nextInt(kinds.size()));
            Series values = eventRooted(rows, type, depth - 1);
            return node(new Aggregate(kind, kind == Aggregate.Kind.SUM ? exact(values, rows) : values));
        }
        return column(pick(depth), type);
    }

    private Frame anyFrame(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> patientFrames.get(random.nextInt(patientFrames.size()));
            case 1 -> pick(depth);
            default -> frame(depth);
        };
    }

    /** A series that surely is one of the rows, not of the patient. */
    Series eventRooted(EventFrame rows, Type type, int depth) {
        Series series = event(rows, type, depth);
        return series.domain().isPatient() ? column(rows, type) : series;
    }

    Series event(EventFrame rows, Type type, int depth) {
        boolean more = goesOn(depth, 1, 3);
        if (random.nextInt(more && depth > 5 ? 20 : 5) == 0) {
            List<Series> fitting =
                    made.stream().filter(one -> one.type() == type && one.domain().equals(rows.domain())).toList();
            if (!fitting.isEmpty()) {
                return fitting.get(random.nextInt(fitting.size()));
            }
        }
        if (!more) {
            return random.nextInt(5) == 0 ? patient(type, 0) : column(rows, type);
        }
        Series series = random.nextInt(6) == 0 ? patient(type, depth - 1) : functions.make(Optional.of(rows), type, depth - 1);
        if (!series.domain().isPatient()) {
            made.add(series);
        }
        return series;
    }

    /** A series of the rows' values, or of the patient's. */
    Series part(Optional<EventFrame> rows, Type type, int depth) {
        return rows.isPresent() ? event(rows.get(), type, depth) : patient(type, depth);
    }

    /** The series, or one in its place if it is a float that may differ a little from engine to engine. */
    Series exact(Series series, Optional<EventFrame> rows) {
        if (exactness.isExact(series)) {
            return series;
        }
        return rows.isPresent() ? column(rows.get(), series.type()) : column(patientFrames.get(random.nextInt(patientFrames.size())), series.type());
    }
}
